import type { Files } from '../../../types.ts';
import { type Instruction, instructions } from '../../dockerfile.ts';
import { folderOf, nameOf } from '../text.ts';

/** The instructions of a Dockerfile's last stage, and those of the stages that it builds on. */
export function lastStage(text: string): readonly Instruction[] {
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructions(text)) {
    const [, base = '', name = ''] =
      /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(instruction.rest) ?? [];
    if (instruction.keyword === 'FROM') stages.push({ name, base, instructions: [instruction] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  const found: Instruction[] = [];
  for (let stage = stages.at(-1); stage; ) {
    found.unshift(...stage.instructions);
    const { base } = stage;
    stage = stages
      .slice(0, stages.indexOf(stage))
      .findLast(({ name }) => name !== '' && name === base);
  }
  return found;
}

/** The last instruction of a name. */
export const last = (stage: readonly Instruction[], name: string): Instruction | undefined =>
  stage.findLast(({ keyword }) => keyword === name);

/** The working folder of a stage, its arguments and variables filled in. */
export function folderIn(stage: readonly Instruction[]): string | undefined {
  const values = new Map<string, string>();
  let folder: string | undefined;
  for (const { keyword: name, rest: text } of stage) {
    const [, key = '', value = ''] = /^(\w+)[= ]["']?([^"'\s]+)/.exec(text) ?? [];
    if (name === 'ARG' || name === 'ENV') values.set(key, value);
    if (name === 'WORKDIR') {
      folder = text.replaceAll(
        /\$\{?(\w+)\}?/g,
        (whole, each: string) => values.get(each) ?? whole,
      );
    }
  }
  return folder?.replace(/\/$/, '');
}

/** The command line of CMD or ENTRYPOINT, in words where it is written as a list. */
export function commandOf(instruction: Instruction): readonly string[] | string {
  try {
    const list: unknown = JSON.parse(instruction.rest);
    return Array.isArray(list) ? list.map(String) : instruction.rest;
  } catch {
    return instruction.rest;
  }
}

const pattern = /^(?:[\w-]+\.)?Dockerfile(?:\.[\w.-]+)?$/;
const local =
  /(?:^|[/._-])(?:dev|development|local|test|tests|ci|devcontainer|docs|frontend|nginx|postgres)(?:[/._-]|$)/i;

/** The Dockerfiles of a project whose image runs Python, those for production first. */
export function dockerfilesIn(files: Files, base: string): readonly string[] {
  const rank = (path: string): number => {
    const folder = folderOf(path);
    if (nameOf(path) === 'Dockerfile' && (folder === base || folder === '')) return 0;
    return /prod|deploy|release/i.test(path) ? 1 : 2;
  };
  return files
    .list()
    .filter((path) => pattern.test(nameOf(path)) && !local.test(path))
    .filter(
      (path) =>
        !/^FROM\s+(?:--\S+\s+)?(?:node|nginx|postgres|redis)\b/im.test(lastFrom(files.read(path))),
    )
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

const lastFrom = (text = ''): string => text.match(/^FROM\s.*$/gim)?.at(-1) ?? '';
