import type { Report } from './audit.ts';
import type { Outcome } from './types.ts';

const MARKS: Readonly<Record<Outcome['status'], string>> = {
  ok: 'ok     ',
  failed: 'FAILED ',
  'not applicable': 'n/a    ',
};

/** One line of the table, and below it what was seen. */
export function row({ id, line, status, remark, seconds }: Outcome): string {
  const time = seconds >= 1 ? ` [${seconds.toFixed(1)} s]` : '';
  const below = remark === undefined ? '' : `\n${' '.repeat(9)}${remark}`;
  return `${MARKS[status]}${id.padEnd(34)} ${line}${time}${below}`;
}

/** The last lines: how many of each, and what could not be tidied up. */
export function summary({ outcomes, left }: Report): string {
  const count = (status: Outcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const seconds = outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0);
  const counts = `${count('ok')} ok, ${count('failed')} failed`;
  const remains = left.map((name) => `\ncould not be dropped: the database ${name}`).join('');
  return `${counts}, ${count('not applicable')} not applicable (${seconds.toFixed(0)} s)${remains}`;
}

/** Whether every line that applies holds, and one does. */
export function holds({ outcomes }: Report): boolean {
  const none = outcomes.every(({ status }) => status !== 'failed');
  return none && outcomes.some(({ status }) => status === 'ok');
}
