import { generatorOf } from '../../lib/generator.ts';
import { concerns } from '../concerns.ts';
import { processes } from './plan.ts';

export default generatorOf(processes, concerns);
