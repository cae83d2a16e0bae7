import { type Row, row } from '../validators/rows.ts';
import type { Service } from './compose.ts';

/** The address and headers that reach the app's web service from outside. */
export function doorOf(web: Service | undefined) {
  const port = web?.ports?.[0]?.published ?? '0';
  const token = (web?.environment?.API_TOKENS ?? '').split(',')[0];
  return { base: `http://127.0.0.1:${port}`, headers: { authorization: `Bearer ${token}` } };
}

type Door = ReturnType<typeof doorOf>;

/** Makes a todo over HTTP; promises its address beside the row. */
export async function createTodo({ base, headers }: Door): Promise<{ made: Row; at: string }> {
  const check = 'compose: a todo is made over HTTP';
  try {
    const answer = await fetch(`${base}/api/todos`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Kept' }),
    });
    const at = answer.headers.get('location') ?? '';
    const seen = `${answer.status} ${at || (await answer.text())}`;
    return { made: row(check, answer.status === 201 && at !== '', seen), at };
  } catch (error) {
    return { made: row(check, false, `${base}: ${error}`), at: '' };
  }
}

/** Whether the todo is there still. */
export async function findTodo({ base, headers }: Door, at: string): Promise<Row> {
  const check = 'compose: the todo outlives down and up';
  try {
    const answer = await fetch(new URL(at, base), { headers });
    const body = await answer.text();
    return row(check, answer.status === 200 && body.includes('Kept'), `${answer.status} ${body}`);
  } catch (error) {
    return row(check, false, `${base}${at}: ${error}`);
  }
}
