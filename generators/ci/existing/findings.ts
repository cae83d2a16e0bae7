/** What a text lacks, and on which line. */
export interface Finding {
  readonly line?: number;
  readonly message: string;
}

interface Job {
  readonly uses?: unknown;
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: unknown;
}

/** What a workflow of GitHub's lacks, beside the steps: its values are given parsed; `locked`: git has a lock file. */
export function findings(text: string, values: unknown, locked: boolean): readonly Finding[] {
  const { permissions, concurrency, jobs = {} } = record(values);
  const all = Object.entries(record(jobs)).map(
    ([name, job]) => [name, record(job) as Job] as const,
  );
  const own = all.filter(([, { uses }]) => uses === undefined);
  const line = (pattern: RegExp): { line?: number } => lineOf(text, pattern);
  const open = permissions === undefined && all.some(([, job]) => job.permissions === undefined);
  return [
    ...unpinned(text),
    ...(open
      ? [
          {
            ...line(/^["']?jobs/m),
            message: 'gives its token more than it needs: set `permissions`',
          },
        ]
      : []),
    ...own
      .filter(([, job]) => job['timeout-minutes'] === undefined)
      .map(([name]) => ({
        ...line(new RegExp(`^\\s+["']?${name.replaceAll(/\W/g, '\\$&')}["']?:`, 'm')),
        message: `job ${name} has no \`timeout-minutes\`: it may run for six hours`,
      })),
    ...(concurrency === undefined
      ? [{ ...line(/^["']?on\b/m), message: 'has no `concurrency`: runs of old pushes go on' }]
      : []),
    ...(/pull_request|workflow_call/.test(text)
      ? []
      : [{ ...line(/^["']?on\b/m), message: 'does not run on `pull_request`' }]),
    ...(locked ? loose(text) : []),
  ];
}

/** Actions that a tag names: whoever moves the tag runs code here. */
function unpinned(text: string): readonly Finding[] {
  const found = [
    ...text.matchAll(/^[^#\n]*\buses:\s*["']?([\w.-]+\/[\w./-]+@(?![0-9a-f]{40}\b)[^\s"'#]+)/gm),
  ];
  const [first] = found;
  if (first === undefined) return [];
  const names = [...new Set(found.map(([, name]) => name))].join(', ');
  const line = text.slice(0, first.index).split('\n').length;
  return [{ line, message: `pins ${names} by a tag that can be moved: pin by commit` }];
}

const install = /^[^#\n]*\bnpm (?:i|install)\s*(?:$|&&|;)/m;

/** An install that may take other versions than those that are locked. */
function loose(text: string): readonly Finding[] {
  const { line } = lineOf(text, install);
  if (line === undefined) return [];
  const message = 'installs what is newest: `npm ci` installs what is locked';
  return [{ line, message }];
}

function lineOf(text: string, pattern: RegExp): { line?: number } {
  const index = pattern.exec(text)?.index;
  return index === undefined ? {} : { line: text.slice(0, index).split('\n').length };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
