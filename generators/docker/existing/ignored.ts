import * as lines from '../../../lib/documents/lines.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { placeOf } from './place.ts';

/** What an image must never hold, whoever wrote its Dockerfile. */
const secrets = ['.git', '.env', '.env.*'];
/** What every machine makes for itself. */
const installed: Readonly<Record<'node' | 'python', readonly string[]>> = {
  node: ['node_modules'],
  python: ['.venv', 'venv', '__pycache__', '*.pyc'],
};
/** What a build of ours does not need. */
const unneeded = [
  ...['.github', '.imagine', '.vscode', '.idea', '.yo-rc.json', 'coverage', 'logs', '*.log'],
  ...['Dockerfile', '.dockerignore', 'compose.yaml', 'docker-compose.yml'],
];

/** Stands above the patterns; the template for a file of ours begins with it. */
const heading = 'What a build does not need, and what an image must never hold.';

/** What the build leaves out of its context; what the user's own Dockerfile names stays in. */
export function ignored(project: Project): Declarations {
  const { facts, stack, theirs } = project;
  const { folder } = placeOf(project);
  const at = (pattern: string): string => (folder === '' ? pattern : `**/${pattern}`);
  const own = facts.dockerfile && (theirs.read(facts.dockerfile.value) ?? '');
  const built = facts.build && facts.output ? [facts.output.value] : [];
  const always = [...secrets, ...installed[stack.language.name]];
  const patterns = own === undefined ? [...always, ...unneeded, ...built] : always;
  const wanted = patterns.filter((pattern) => !own?.includes(pattern.replace('.*', '')));
  // dotenv-safe reads at run time which variables must be there.
  const read = /"dotenv-safe"\s*:/.test(theirs.read('package.json') ?? '');
  const kept = read && wanted.includes('.env.*') ? [`!${at('.env.example')}`] : [];
  const all = [...wanted.map(at), ...kept];
  const path = folder === '' ? '.dockerignore' : 'Dockerfile.dockerignore';
  return {
    splices: [
      {
        path,
        edit: (text) => lines.addLines(text, all, { heading }),
        otherwise: { file: path, message: `lacks ${all.join(', ')}` },
        from: 'docker/templates/existing/ignore/.dockerignore',
      },
    ],
  };
}
