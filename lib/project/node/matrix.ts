import { lineOf } from '../lines.ts';
import type { Repository } from '../repository.ts';
import type { Said } from './said.ts';

/** What CI runs on: the versions of its matrix, or the one that it sets up. */
export function matrixOf({ files }: Repository): readonly Said[] {
  const workflows = files.list().filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
  return workflows
    .flatMap((path) => {
      const text = files.read(path) ?? '';
      const versions = [
        ...text.matchAll(/^\s*-?\s*["']?(?:node|node-version|node_version|nodejs)["']?:\s*(.+)$/gm),
      ]
        .flatMap(({ 1: value = '', index }) =>
          value.includes('${{') ? [] : valuesIn(value, text.slice(index)),
        )
        .filter((value) => /^(?:\d|lts)/.test(value));
      if (versions.length === 0) return [];
      const range = [...new Set(versions)].join(' || ');
      return [{ range, at: `${path}:${lineOf(text, /node(?:-version|_version|js)?["']?:/)}` }];
    })
    .slice(0, 1);
}

/** `[18.x, 20.x]`, `20`, or the list on the lines below. */
function valuesIn(value: string, from: string): readonly string[] {
  const flow = value.trim().replace(/\s#.*$/, '');
  if (flow !== '')
    return flow
      .replace(/^\[|\]$/g, '')
      .split(',')
      .map(unquoted);
  const below = /^[^\n]*\n((?:\s*-\s*.+\n?)+)/.exec(from)?.[1] ?? '';
  return below.split('\n').map((line) => unquoted(line.replace(/^\s*-\s*/, '')));
}

const unquoted = (word: string): string => word.trim().replace(/^["']|["']$/g, '');
