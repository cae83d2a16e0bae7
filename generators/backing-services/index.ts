import { generatorOf } from '../../lib/generator.ts';
import { concerns } from '../concerns.ts';
import { backingServices } from './plan.ts';

export default generatorOf(backingServices, concerns);
