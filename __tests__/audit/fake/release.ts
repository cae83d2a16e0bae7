import process from 'node:process';
import { loadConfig } from './config.ts';
import { storeOf } from './store.ts';

storeOf(loadConfig(process, ['DATABASE_URL']).database).migrate();
