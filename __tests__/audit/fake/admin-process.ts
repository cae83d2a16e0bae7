import { run } from './process.ts';

run('admin');
