import { type Code, codeOf as readCode } from '../../project/node/code/code.ts';
import { codeOf } from '../../retrofit/code.ts';
import { dotenvOf } from '../../retrofit/dotenv.ts';
import { moduleOf, takesIn } from '../../retrofit/module.ts';
import { atTheStart } from '../../retrofit/places.ts';
import type { Files, Project } from '../../types.ts';
import { isLoading, loadsBefore, type Place, reaches } from './loading.ts';
import { startedBy } from './started.ts';

const read = new WeakMap<Files, Promise<Code>>();
/** Files that tools run by themselves, whatever the project starts. */
const toolsOwn =
  /(?:^|\/)(?:knexfile|ormconfig|data-?source|ecosystem|[\w.-]+\.config)\.[cm]?[jt]s$/i;
/** What the tool calls its own module. */
const names = ['environment', 'check-environment'];
const how = 'start with --env-file=.env, or load it first, and run this again';

/** Why not all that the project starts would surely have what stands in `.env` when it comes to a place. */
export async function unreadAt(project: Project): Promise<(place: Place) => string | undefined> {
  const { theirs } = project;
  const code = await (read.get(theirs) ?? readCode(theirs));
  read.set(theirs, Promise.resolve(code));
  const own = await wired(project);
  const started = startedBy(project, code);
  return (place) => {
    if (loadsBefore(code, place.path, place)) return undefined;
    const ways = started.flatMap((each) => {
      const way = reaches(code, each.path, place.path);
      return way ? [{ ...each, way }] : [];
    });
    const lacking = ways.find(({ path, flagged, deployed, way }) => {
      if (flagged || (path === own && !deployed)) return false;
      return way === 'surely' ? !loadsBefore(code, path, place) : !isLoading(code, path);
    });
    if (lacking) return `nothing loads .env before ${lacking.path} needs it: ${how}`;
    const sure = ways.some(({ way }) => way === 'surely') && !toolsOwn.test(place.path);
    return sure ? undefined : `nothing loads .env where this file is run: ${how}`;
  };
}

/** The entry, where the tool's own module, which loads `.env`, surely becomes its first line. */
async function wired(project: Project): Promise<string | undefined> {
  const code = project.ownEnv && !project.facts.loader ? codeOf(project) : undefined;
  if (!code || dotenvOf(project) || takesIn(project, code.entry, names)) return undefined;
  const module = moduleOf(project, code, 'environment', names);
  const { DocumentError } = await import('../../documents/error.ts');
  try {
    const text = project.theirs.read(code.entry) ?? '';
    return (await atTheStart(project, code, module).edit(text)) && code.entry;
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}
