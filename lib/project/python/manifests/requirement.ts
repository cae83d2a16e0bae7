/** One package that a project asks for (PEP 508), and where it says so. */
export interface Requirement {
  /** Normalised (PEP 503): lower case, dashes. */
  readonly name: string;
  readonly extras: readonly string[];
  /** The versions that it takes, as written; empty where any will do. */
  readonly specifier: string;
  /** Only developers, tests or tools need it. */
  readonly dev: boolean;
  readonly file: string;
  readonly line: number;
}

/** A name as package indexes compare it (PEP 503). */
export const normalise = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

const pattern = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(.*)$/;
const egg = /#egg=([\w.-]+)/;

/** Name, extras and specifier of one PEP 508 line; undefined for options, paths and URLs alone. */
export function parseRequirement(
  line: string,
): Pick<Requirement, 'name' | 'extras' | 'specifier'> | undefined {
  const named = egg.exec(line)?.[1];
  if (named !== undefined) return { name: normalise(named), extras: [], specifier: '' };
  if (/^(?:-|\.|\/|https?:|git\+)/.test(line)) return undefined;
  const [, name, extras = '', rest = ''] = pattern.exec(line) ?? [];
  if (name === undefined) return undefined;
  const specifier = rest.startsWith('@') ? '' : (rest.split(/;|\s--|\s#|\s\\/)[0] ?? '').trim();
  return {
    name: normalise(name),
    extras: extras === '' ? [] : extras.split(',').map((extra) => normalise(extra.trim())),
    specifier: specifier.replace(/^\((.*)\)$/, '$1'),
  };
}
