import { combine } from '../../../lib/declare.ts';
import { type Attached, attachedTo, variablesFor } from '../../../lib/existing/attached.ts';
import { servingOf } from '../../../lib/existing/serving.ts';
import { lines, tableRows } from '../../../lib/lines.ts';
import { refusalOf } from '../../../lib/retrofit/strict.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { listens, placeOf } from './place.ts';
import { addServices, passwordName } from './services.ts';

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
          edit: (text) => addServices(text, attached, (name) => isTold(project, name)),
          otherwise: { file: path, message: 'is yours, and stays as it is' },
          from: `docker/templates/existing/${kind}/compose.yaml`,
        },
      ],
      ...passwords(project, attached),
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
        edit: (text) => addServices(text, missing, () => false),
        otherwise: { file, message: `lacks the services ${names}: add them` },
      },
    ],
  };
}

/** The app itself, as its image runs it. */
function web(project: Project, attached: readonly Attached[]): Declarations {
  const { facts, port } = project;
  const { up, folder } = placeOf(project);
  const values = variablesFor(
    project,
    attached.map((each) => ours(project, each)),
    ({ container }) => container.service,
  );
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
const ours = (project: Project, each: Attached): Attached => ({
  ...each,
  login: { ...each.login, password: passwordVariable(project, each) },
});

function passwordVariable(project: Project, { container }: Attached): string {
  const name = passwordName(container);
  if (name === undefined) return '';
  return isTold(project, name) ? `\${${name}}` : `\${${name}:-app}`;
}

/** Whether `.env` may hold a password, so that it needs no default. */
const isTold = (project: Project, name: string): boolean => refusalOf(project, name) === undefined;

/** The passwords of the services that the tool adds: variables, where `.env` may have them. */
function passwords(project: Project, attached: readonly Attached[]): Declarations {
  const named = attached.flatMap(({ container }) => {
    const name = passwordName(container);
    return name === undefined ? [] : [{ name, title: container.title }];
  });
  const told = named.filter(({ name }) => isTold(project, name));
  return {
    variables: told.map(({ name, title }) => {
      const about = `The password of compose's own ${title}.`;
      return { name, about, section: 'Backing services', secret: true, required: 'by compose' };
    }),
    notes: named
      .filter((each) => !told.includes(each))
      .map(({ name, title }) => ({
        file: path,
        message: `its ${title} has the password \`app\` unless ${name} is set: ${refusalOf(project, name)} refuses a .env with a variable that is no field of it`,
      })),
  };
}

/** Quoted where YAML would take a value for a number. */
const quoted = (value: string): string => (/^[\d.]+$/.test(value) ? `"${value}"` : value);
