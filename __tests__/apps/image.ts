import { type Engine, startEngine } from '../containers/engine.ts';
import { lastLines } from '../validators/command.ts';
import { type Row, row } from '../validators/rows.ts';
import { answerOn, isAnswer } from './start.ts';

/** What an image is built of, and the port of its process. */
interface Subject {
  readonly name: string;
  readonly context: string;
  readonly file: string;
  readonly port: number;
  /** What its process is told. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Builds the image of a retrofitted project as a user does, runs it, and asks it for an answer. */
export async function imageRows(subject: Subject): Promise<readonly Row[]> {
  const { name, context, file } = subject;
  const engine = await startEngine();
  const tag = `imagine-retrofit-${name}`;
  const built = await engine.docker(
    'buildx',
    'build',
    '--load',
    '--tag',
    tag,
    '--file',
    file,
    context,
  );
  const seen = built.code === 0 ? '' : lastLines(built.stderr, 25);
  const rows = [row(`${name}: its image is built`, built.code === 0, seen)];
  if (built.code !== 0) return rows;
  try {
    return [...rows, ...(await running(engine, { ...subject, tag }))];
  } finally {
    await engine.docker('image', 'rm', '--force', tag);
  }
}

interface Container extends Subject {
  readonly tag: string;
}

/** As a platform runs it: read-only, without rights, as a user that is not root. */
async function running(engine: Engine, { name, tag, port, variables }: Container): Promise<Row[]> {
  const told = Object.entries(variables).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
  const limits = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--init'];
  const id = await engine.ask(
    ...['run', '--detach', '--publish', `127.0.0.1::${port}`],
    ...[...limits, ...told, tag],
  );
  try {
    const place = await engine.docker('port', id, `${port}/tcp`);
    const status = await answerOn(`http://${place.stdout.trim()}/`, () => false);
    const held = isAnswer(status);
    const said = held ? undefined : await engine.docker('logs', id);
    const user = await engine.docker('exec', id, 'id', '-u');
    const start = performance.now();
    await engine.docker('stop', '--time', '8', id);
    const seconds = (performance.now() - start) / 1000;
    return [
      row(`${name}: its container answers`, held, `${status} ${said?.stderr ?? ''}`),
      row(`${name}: its process is not root`, user.stdout.trim() === '1000', user.stdout),
      row(`${name}: it stops when it is told to`, seconds < 5, `${seconds.toFixed(1)} s`),
    ];
  } finally {
    await engine.docker('rm', '--force', '--volumes', id);
  }
}
