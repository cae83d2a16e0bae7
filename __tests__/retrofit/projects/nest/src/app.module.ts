import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { SeatsController } from './seats.controller';
import { SeatsService } from './seats.service';

@Module({
  imports: [],
  controllers: [HealthController, SeatsController],
  providers: [SeatsService],
})
export class AppModule {}
