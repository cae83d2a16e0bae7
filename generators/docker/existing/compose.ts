import { combine } from '../../../lib/declare.ts';
import { type Attached, attachedTo, variablesFor } from '../../../lib/existing/attached.ts';
import { servingOf } from '../../../lib/existing/serving.ts';
import { lines, tableRows } from '../../../lib/lines.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { listens, placeOf } from './place.ts';
import { addServices } from './services.ts';

const path = 'compose.yaml';

/** The services that are missing, in the user's compose file; a compose file where there is none. */
export function compose(project: Project): Declarations {
  const { facts, surroundings } = project;
  const attached = attachedTo(project);
  const missing = attached.filter(({ composed }) => composed === undefined);
  if (surroundings.compose) return added(surroundings.compose, missing);
  const hasImage = facts.dockerfile !== undefined || servingOf(project) !== undefined;
  const isService = facts.kind === undefined || facts.kind.value === 'service';
  if (!(hasImage && isService) && attached.length === 0) return {};
  const kind = hasImage && isService ? 'web' : 'services';
  return combine([
    {
      splices: [
        {
          path,
          edit: (text) => addServices(text, attached, 'required'),
          otherwise: { file: path, message: 'is yours, and stays as it is' },
          from: `docker/templates/existing/${kind}/compose.yaml`,
        },
      ],
      variables: attached.flatMap(passwordOf),
    },
    ...(kind === 'web' ? [web(project, attached)] : []),
  ]);
}

/** Into the user's own file: what they run today must run without a new variable. */
function added(file: string, missing: readonly Attached[]): Declarations {
  if (missing.length === 0) return {};
  const names = missing.map(({ container }) => container.service).join(', ');
  return {
    splices: [
      {
        path: file,
        edit: (text) => addServices(text, missing, 'defaulted'),
        otherwise: { file, message: `lacks the services ${names}: add them` },
      },
    ],
  };
}

/** The app itself, as its image runs it. */
function web(project: Project, attached: readonly Attached[]): Declarations {
  const { facts, port } = project;
  const { up, folder } = placeOf(project);
  const values = variablesFor(project, attached.map(ours), ({ container }) => container.service);
  const name = facts.portVariable?.value;
  const environment = Object.entries({ ...values, ...(name && { [name]: String(port) }) });
  const hole = (at: string, texts: readonly string[]) => lines(`${path}#${at}`, texts);
  const file = folder === '' ? (facts.dockerfile?.value ?? 'Dockerfile') : `${folder}/Dockerfile`;
  const build = { context: up === '' ? '.' : up.slice(0, -1), dockerfile: file };
  const isUsual = build.context === '.' && file === 'Dockerfile';
  return {
    lines: [
      ...hole('image', [
        isUsual ? 'build: .' : `build: { context: ${build.context}, dockerfile: ${file} }`,
      ]),
      ...hole('ports', listens(project) ? [`ports: ["127.0.0.1:\${PORT:-${port}}:${port}"]`] : []),
      ...hole(
        'variables',
        environment.length === 0
          ? []
          : ['environment:', ...environment.map(([key, value]) => `  ${key}: ${quoted(value)}`)],
      ),
      ...hole(
        'attached',
        attached.length === 0
          ? []
          : [
              'depends_on:',
              ...attached.map(
                ({ container }) => `  ${container.service}: { condition: service_healthy }`,
              ),
            ],
      ),
    ],
    rows: tableRows('Commands', 20, {
      '`docker compose up --build --wait`': ['Run the app as in production, with its services'],
    }),
  };
}

/** In compose the password comes from the environment. */
const ours = (each: Attached): Attached => ({
  ...each,
  login: { ...each.login, password: passwordVariable(each) },
});

function passwordVariable({ container }: Attached): string {
  const name = passwordName(container.environment({ user: '', password: '?', database: '' }));
  return name === undefined ? '' : `\${${name}}`;
}

const passwordName = (environment: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(environment).find((name) => environment[name] === '?');

function passwordOf({ container }: Attached): NonNullable<Declarations['variables']> {
  const name = passwordName(container.environment({ user: '', password: '?', database: '' }));
  if (name === undefined) return [];
  const about = `The password of compose's own ${container.title}.`;
  return [{ name, about, section: 'Backing services', secret: true, required: 'by compose' }];
}

/** Quoted where YAML would take a value for a number. */
const quoted = (value: string): string => (/^[\d.]+$/.test(value) ? `"${value}"` : value);
