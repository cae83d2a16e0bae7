import type { Files } from '../types.ts';
import { toldCommand } from './secrets.ts';

/** A process that a file names. */
export interface Named {
  readonly name: string;
  readonly command: string;
  /** `file:line`. */
  readonly at: string;
}

/** The processes of the Procfile. */
export function procfileOf(files: Files): readonly Named[] {
  return (files.read('Procfile') ?? '').split(/\r?\n/).flatMap((line, index) => {
    const [, name = '', command = ''] = /^([\w-]+)\s*:\s*(.+?)\s*$/.exec(line) ?? [];
    return name === ''
      ? []
      : [{ name, command: toldCommand(command), at: `Procfile:${index + 1}` }];
  });
}
