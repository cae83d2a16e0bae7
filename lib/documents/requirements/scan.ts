import type { Span } from '../text.ts';
import { requirementName } from './name.ts';

/** A logical line, continuations joined: its code without comment, and what it is. */
export interface Line extends Span {
  kind: 'requirement' | 'option' | 'comment' | 'blank' | 'other';
  code: string;
  /** The normalised name of what a line installs, where the line says it. */
  name?: string;
}

/** The logical lines of a requirements file: offsets of their first and behind their last character. */
export function scan(text: string): Line[] {
  return [...text.matchAll(/(?!$)(?:(?![ \t]*#)[^\n]*\\\r?\n)*[^\n]*(?:\n|$)/g)]
    .filter(([whole]) => whole !== '')
    .map((match) => {
      const whole = match[0].replace(/\r?\n$/, '');
      return { ...lineOf(whole), start: match.index, end: match.index + whole.length };
    });
}

function lineOf(whole: string): Omit<Line, 'start' | 'end'> {
  const joined = whole.replaceAll(/\\\r?\n/g, ' ');
  const code = joined.replace(/(?:^|\s)#.*$/, '').trim();
  if (code === '') return { kind: joined.trim() === '' ? 'blank' : 'comment', code };
  const name = requirementName(code);
  if (name !== undefined) return { kind: 'requirement', code, name };
  const kind = code.startsWith('-') ? 'option' : 'other';
  const egg = requirementName(/[#&]egg=([^&#\s]+)/.exec(code)?.[1] ?? '');
  return egg === undefined ? { kind, code } : { kind, code, name: egg };
}
