import { run } from './process.ts';

run('web');
