import { homesOf } from '../../languages/python/homes.ts';
import { declaresDotenv, dotenvOf } from '../../retrofit/dotenv.ts';
import type { Project } from '../../types.ts';

/** Why the code can't be made to load `.env`; undefined where it can. */
export function unloadable(project: Project): string | undefined {
  const { ownEnv, theirs } = project;
  if (!ownEnv && !dotenvOf(project))
    return 'nothing loads .env, which was there before: load it, and run this again';
  if (homesOf(theirs) || declaresDotenv(project)) return undefined;
  return "python-dotenv is to load .env: add it with the project's own manager, and run this again";
}
