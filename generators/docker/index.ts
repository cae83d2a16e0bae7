import { generatorOf } from '../../lib/generator.ts';
import { concerns } from '../concerns.ts';
import { docker } from './plan.ts';

export default generatorOf(docker, concerns);
