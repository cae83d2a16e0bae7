import { generatorOf } from '../../lib/generator.ts';
import { concerns } from '../concerns.ts';
import { config } from './plan.ts';

export default generatorOf(config, concerns);
