import type { Concern } from '../lib/types.ts';
import { adminDashboard } from './admin-dashboard/plan.ts';
import { app } from './app/plan.ts';
import { backingServices } from './backing-services/plan.ts';
import { ci } from './ci/plan.ts';
import { config } from './config/plan.ts';
import { docker } from './docker/plan.ts';
import { processes } from './processes/plan.ts';

/** Every concern; the order here is the order of the help and of the questions. */
export const concerns: readonly Concern[] = [
  app,
  config,
  backingServices,
  processes,
  docker,
  ci,
  adminDashboard,
];
