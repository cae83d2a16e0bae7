import type { Finding } from './finding.ts';
import type { Instruction } from './instructions.ts';

const manager = /^(?:npm|npx|yarn|pnpm|bun|poetry|pipenv|pdm|uv)$/;
const development =
  /\bnodemon\b|\btsx watch\b|\bts-node-dev\b|\bnext dev\b|\bnest start\b|--watch\b|\brunserver\b|\bflask run\b|--reload\b|\brun (?:dev|start:dev|serve)\b|^vite\b/;

/** What is wrong with how the process of an image starts. */
export function processes(last: readonly Instruction[]): readonly Finding[] {
  return last
    .filter(({ name }) => name === 'CMD' || name === 'ENTRYPOINT')
    .flatMap(({ words, line }) => {
      const isExec = words.startsWith('[');
      const list = isExec
        ? [...words.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, word = '']) => word)
        : words.split(/\s+/);
      const [first = ''] = list;
      return [
        ...(development.test(list.join(' '))
          ? [
              {
                line,
                message: `\`${list.join(' ')}\` is for development: start what the build made`,
              },
            ]
          : []),
        ...(manager.test(first)
          ? [
              {
                line,
                message: `${first} is process 1: it may swallow SIGTERM; start the program itself`,
              },
            ]
          : []),
        ...(isExec || /^exec\s/.test(words)
          ? []
          : [
              {
                line,
                message:
                  'is in shell form: signals reach the shell, not the process; write ["program", "word"]',
              },
            ]),
      ];
    });
}
