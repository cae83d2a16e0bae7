import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { SeatsService } from './seats.service';

@Controller('rows')
export class SeatsController {
  constructor(private readonly seats: SeatsService) {}

  @Get(':row')
  free(@Param('row', ParseIntPipe) row: number) {
    return { row, free: this.seats.free(row) };
  }
}
