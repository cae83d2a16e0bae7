import { generatorOf } from '../../lib/generator.ts';
import { concerns } from '../concerns.ts';
import { app } from './plan.ts';

export default generatorOf(app, concerns);
