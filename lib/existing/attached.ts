import { containers } from '../containers/catalog.ts';
import type { Container, Login } from '../containers/container.ts';
import { valuesFor } from '../containers/variables.ts';
import { examplesIn } from '../example-file.ts';
import type { Composed } from '../project/composed.ts';
import type { Project } from '../types.ts';
import { driverScheme } from './driver.ts';
import { isComposed } from './fields.ts';
import { unprefixed } from './prefixed.ts';

/** A backing service that a project is attached to, as it is in the project's own compose file. */
export interface Attached {
  readonly container: Container;
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly login: Login;
  /** The name in the user's compose file, where it is there. */
  readonly composed: string | undefined;
}

const own: Login = { user: 'app', password: 'app', database: 'app' };

/** The services that run in containers: those that the code uses, and those that were chosen. */
export function attachedTo({ facts, chosen, surroundings }: Project): readonly Attached[] {
  const picked = new Set(Object.values(chosen).flatMap((rows) => rows.map(({ name }) => name)));
  const all = containers
    .filter(({ name }) => picked.has(name) || facts.services?.value.includes(name))
    .map((container) => attached(container, surroundings.composed));
  // Code that can run on one SQL database or another runs on the one that is there.
  const isThere = ({ composed, container: { name } }: Attached): boolean =>
    composed !== undefined || (picked.has(name) && !facts.services?.value.includes(name));
  const sql = all.filter(isSql);
  const kept = sql.some(({ composed }) => composed) ? sql.filter(isThere) : sql.slice(0, 1);
  const isKept = (each: Attached): boolean => kept.includes(each) || isThere(each);
  return all.filter((each) => !isSql(each) || isKept(each));
}

const isSql = ({ container: { primary, name } }: Attached): boolean =>
  primary && name !== 'mongodb';

function attached(container: Container, composed: readonly Composed[]): Attached {
  const found = composed.find((service) => isSame(container, service));
  const environment = container.environment(own);
  if (!found)
    return {
      ...{ container, environment, image: container.image },
      ...{ login: container.login(environment), composed: undefined },
    };
  const given = { ...common(environment, found.environment), ...found.environment };
  return {
    container,
    image: found.image ?? container.image,
    environment: given,
    login: container.login(given),
    composed: found.name,
  };
}

/** Of a user's own service its password may be unknown, or it may make no database: then CI has its own. */
function common(
  ours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): Record<string, string> {
  const lacks = (names: RegExp): boolean => !Object.keys(theirs).some((name) => names.test(name));
  const password = lacks(/PASSWORD|AUTH_METHOD/);
  const database = lacks(/DATABASE$/);
  const missing = Object.entries(ours).filter(
    ([name]) => (password && /PASSWORD$/.test(name)) || (database && /DATABASE$/.test(name)),
  );
  return Object.fromEntries(missing);
}

/** By the image, else by the name of a service that is built. */
export function isSame(container: Container, { name, image }: Composed): boolean {
  const last = image?.split('/').at(-1)?.split(/[:@]/)[0] ?? name;
  return container.images.includes(last) || last === container.service;
}

/** What the variables that the code reads say of the services, on this machine's own ports. */
export function variablesFor(
  project: Project,
  attached: readonly Attached[],
  host?: (service: Attached) => string,
): Readonly<Record<string, string>> {
  const own = project.facts.variables?.value.filter((name) => !isComposed(project, name)) ?? [];
  const names = [...own, ...chosenNames(project)];
  const first = attached.find(({ container }) => container.primary);
  const driver = driverScheme(project);
  const plain = unprefixed(project.theirs);
  return Object.assign(
    {},
    ...attached.map((each) => {
      const place = { host: host?.(each) ?? '127.0.0.1', port: each.container.port };
      return valuesFor(
        each.container,
        { place, login: each.login, primary: each === first },
        names,
        { plain, scheme: (name) => schemeOf(project, name) ?? driver },
      );
    }),
  );
}

/** The variable of each service that was chosen and that the code does not use yet. */
function chosenNames({ chosen, facts }: Project): readonly string[] {
  const fresh = Object.values(chosen)
    .flat()
    .filter(({ name }) => !facts.services?.value.includes(name));
  return fresh.flatMap(({ variables = [] }) => variables.slice(0, 1).map(({ name }) => name));
}

/** The scheme that the code expects, drivers and all: by its default, else by the example. */
function schemeOf({ facts, theirs }: Project, name: string): string | undefined {
  const lines = examplesIn(theirs).flatMap((path) => (theirs.read(path) ?? '').split('\n'));
  const example = lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);
  const value = facts.defaults?.value[name] ?? example?.replace(/^["']/, '');
  return /^([a-z][\w+.-]*):\/\//i.exec(value ?? '')?.[1];
}
