import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentError } from '../../lib/documents/error.ts';

type Verb = (text: string, ...rest: unknown[]) => string | undefined;

interface Case {
  edits: { verb: string; arguments: unknown[] }[];
  error?: { line: number; column: number; expected: string };
  /** The place is not sure, so that there is no result. */
  unsure?: true;
}

const here = import.meta.dirname;

const formats = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'merge3')
  .map(({ name }) => name);

describe.each(formats)('%s', (format) => {
  const folders = readdirSync(join(here, format)).map((name) => join(here, format, name));

  test('has its cases', () => expect(folders.length).toBeGreaterThanOrEqual(8));

  test.each(folders)('%s', async (folder) => {
    const verbs = await import(`../../lib/documents/${format}.ts`);
    await verbs.load?.();
    const { edits, error, unsure } = JSON.parse(read(folder, 'edit')) as Case;
    const input = read(folder, 'input');
    const run = (text: string, list = edits) =>
      list.reduce<string | undefined>(
        (old, edit) =>
          old === undefined ? old : (verbs[edit.verb] as Verb)(old, ...edit.arguments),
        text,
      );
    if (error) {
      expect(existing(folder, 'output')).toBeUndefined();
      expect(errorOf(() => run(input))).toMatchObject(error);
      return;
    }
    if (unsure) {
      expect(existing(folder, 'output')).toBeUndefined();
      expect(run(input)).toBeUndefined();
      return;
    }
    const output = read(folder, 'output');
    expect(run(input)).toBe(output);
    expect(run(output)).toBe(output);
    expect(run(input, edits.toReversed())).toBe(output);
  });
});

function errorOf(edit: () => unknown): DocumentError {
  try {
    edit();
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function existing(folder: string, name: string): string | undefined {
  return readdirSync(folder).find((file) => file.startsWith(`${name}.`));
}

function read(folder: string, name: string): string {
  const file = join(folder, existing(folder, name) ?? `${name}.*`);
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  return readFileSync(file, 'utf8');
}
