import { generatorOf } from '../../lib/generator.ts';
import { concerns } from '../concerns.ts';
import { ci } from './plan.ts';

export default generatorOf(ci, concerns);
