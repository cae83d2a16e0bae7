import 'reflect-metadata';
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { Test } from '@nestjs/testing';
import { AppModule } from './app.module';
import { SeatsController } from './seats.controller';

test('the free seats of a row', async () => {
  const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
  const { free } = module.get(SeatsController).free(2);
  deepEqual(free, [21, 22, 23]);
});
