import { generatorOf } from '../../lib/generator.ts';
import { concerns } from '../concerns.ts';
import { adminDashboard } from './plan.ts';

export default generatorOf(adminDashboard, concerns);
