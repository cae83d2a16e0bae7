import { lastLines, run, type Surroundings } from '../../__tests__/validators/command.ts';

/** A shell that tells what it and everything below it took; a signal to its group is for the rest. */
export const timed: readonly string[] = [
  'bash',
  '-c',
  'trap : TERM; TIMEFORMAT="cpu %3U %3S"; time "$@"',
  'bash',
];

/** The CPU time (user and system, all processes) in what `timed` wrote, in milliseconds. */
export function cpuIn(said: string): number {
  const [, user, system] = /^cpu (\d+\.\d+) (\d+\.\d+)$/m.exec(said) ?? [];
  if (user === undefined) throw new Error(`no time was told:\n${lastLines(said, 10)}`);
  return (Number(user) + Number(system)) * 1000;
}

/** The CPU time of a program that must succeed, children included, in milliseconds. */
export async function cpuOf(words: readonly string[], around: Surroundings = {}): Promise<number> {
  const [shell = '', ...rest] = [...timed, ...words];
  const { code, stdout, stderr } = await run(shell, rest, around);
  if (code === 0) return cpuIn(stderr);
  throw new Error(`${words.join(' ')}: exit ${code}\n${lastLines(stdout + stderr, 10)}`);
}

const tellMemory = `data:text/javascript,process.on('exit', () =>
  process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))`;

/** The peak memory of a Node program that must succeed, in MB. */
export async function memoryOf(words: readonly string[]): Promise<number> {
  const { code, stderr } = await run(process.execPath, ['--import', tellMemory, ...words]);
  const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
  if (code === 0 && peak !== undefined) return Number(peak) / 1024;
  throw new Error(`${words.join(' ')}: exit ${code}\n${lastLines(stderr, 10)}`);
}
