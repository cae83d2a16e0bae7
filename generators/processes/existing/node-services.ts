import { combine } from '../../../lib/declare.ts';
import type { Code } from '../../../lib/retrofit/code.ts';
import { moduleOf } from '../../../lib/retrofit/module.ts';
import { askedAtReady, healthModule } from '../../../lib/retrofit/readiness.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { askedClients } from './node-clients.ts';
import { type Asking, sureOf, unasked } from './unasked.ts';

const folder = 'processes/templates/existing/node';
const code = /\.[cm]?[jt]s$/;

/** The one connection of mongoose, where the code opens it. */
function mongoose(project: Project, own: Code): Asking | undefined {
  const { theirs } = project;
  const opens = theirs
    .list()
    .some((path) => code.test(path) && /\bmongoose\.connect\(/.test(theirs.read(path) ?? ''));
  if (!opens || !/"mongoose"/.test(theirs.read('package.json') ?? '')) return undefined;
  const names = ['mongoose-check', 'check-mongoose'];
  const module = moduleOf(project, own, `${folder}/mongoose-check`, names);
  const lines = askedAtReady(project, own, module, 'checkMongoose');
  return { services: ['mongodb'], declarations: { files: [module.file], lines } };
}

/** What asks the services that the code is attached to, as far as it is sure how. */
export function askedServices(project: Project, own: Code): Declarations {
  const found = sureOf([mongoose(project, own), ...askedClients(project, own)]);
  const { path } = healthModule(project, own).file;
  const asked = found.flatMap(({ services }) => services);
  return combine([...found.map(({ declarations }) => declarations), unasked(project, path, asked)]);
}
