import { parseEnv } from 'node:util';

const assignment = /^#?([A-Z][A-Z0-9_]*)=(.*)$/;
const reference = /\$\{([A-Z0-9_]+)\}/g;

/**
 * The text of `.env` with what it lacks of `.env.example`: a paragraph a variable.
 * A variable whose comment says `(secret)` gets a fresh one; `${NAME}` takes the value of another.
 */
export function completeDotenv(example: string, text: string, secret: () => string): string {
  const known = parseEnv(text);
  const all = paragraphs(example);
  const isFresh = ({ paragraph, value }: Paragraph) =>
    value === '' && paragraph.includes('(secret)');
  // Before anything is written, so that a variable may refer to one that comes after it.
  const values: NodeJS.Dict<string> = {};
  for (const one of all)
    values[one.name] = known[one.name] || (isFresh(one) ? secret() : one.value);
  let completed = text;
  for (const { paragraph, name, value } of all) {
    const kept = known[name] && !known[name].includes('${');
    if (kept || new RegExp(`^# *${name}=`, 'm').test(text)) continue;
    const full = (values[name] ?? '').replace(reference, (whole, other) => values[other] ?? whole);
    const line = `${name}=${full}`;
    if (name in known) completed = replaceLine(completed, name, line);
    else
      completed = append(
        completed,
        paragraph.replace(`${name}=${value}`, () => line),
      );
  }
  return completed;
}

/** A variable of `.env.example`, with its comment. */
interface Paragraph {
  paragraph: string;
  name: string;
  value: string;
}

/** What `.env.example` says of each variable: its comment, and a line that may be one itself. */
function paragraphs(example: string): Paragraph[] {
  return example.split(/\n\n+/).flatMap((paragraph) => {
    const last = paragraph.trimEnd().split('\n').at(-1) ?? '';
    const [, name, value] = assignment.exec(last) ?? [];
    return name === undefined || value === undefined ? [] : [{ paragraph, name, value }];
  });
}

function replaceLine(text: string, name: string, line: string) {
  return text.replace(new RegExp(`^(?:export +)?${name} *=.*$`, 'm'), () => line);
}

function append(text: string, paragraph: string) {
  return `${text.trimEnd()}\n\n${paragraph.trimEnd()}\n`.trimStart();
}
