import { Injectable } from '@nestjs/common';

@Injectable()
export class SeatsService {
  free(row: number): number[] {
    return [1, 2, 3].map((seat) => row * 10 + seat);
  }
}
