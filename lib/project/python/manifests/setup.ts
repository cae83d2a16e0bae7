import type { Module, Value } from '../syntax/types.ts';
import { type Entry, readIni, valuesOf } from './ini.ts';
import { parseRequirement, type Requirement } from './requirement.ts';

/** What setup.cfg asks for. */
export function setupCfgRequirements(path: string, text: string): readonly Requirement[] {
  const entries = readIni(text);
  const extras = entries.filter(({ section }) => section === 'options.extras_require');
  return [
    ...entries
      .filter(({ section, key }) => section === 'options' && key === 'install_requires')
      .flatMap((entry) => requirementsOf(path, entry, text, false)),
    ...extras.flatMap((entry) => requirementsOf(path, entry, text, true)),
  ];
}

function requirementsOf(file: string, entry: Entry, text: string, dev: boolean) {
  const lines = text.split(/\r?\n/);
  return entry.values.flatMap((value) => {
    const found = parseRequirement(value);
    const line = lines.findIndex((each, index) => index >= entry.line - 1 && each.includes(value));
    return found ? [{ ...found, dev, file, line: line + 1 }] : [];
  });
}

/** The range that setup.cfg gives for Python. */
export const setupCfgPython = (text: string): string | undefined =>
  valuesOf(readIni(text), 'options', 'python_requires')[0];

/** What setup.py asks for, where its lists are literal. */
export function setupPyRequirements(module: Module): readonly Requirement[] {
  const {
    install_requires: main,
    extras_require: extras,
    tests_require: tests,
  } = setupKeywords(module);
  const read = (value: Value | undefined, dev: boolean) =>
    textsIn(value, module).flatMap(({ text, line }) => {
      const found = parseRequirement(text);
      return found ? [{ ...found, dev, file: module.path, line }] : [];
    });
  return [...read(main, false), ...read(extras, true), ...read(tests, true)];
}

/** The keywords of the call of `setup()`. */
export const setupKeywords = ({ calls }: Module): Readonly<Record<string, Value>> =>
  calls.find(
    ({ callee }) =>
      callee.kind === 'name' && /^(?:setuptools\.|distutils\.core\.)?setup$/.test(callee.name),
  )?.keywords ?? {};

function textsIn(
  value: Value | undefined,
  module: Module,
): readonly Extract<Value, { kind: 'text' }>[] {
  if (value === undefined) return [];
  if (value.kind === 'text') return [value];
  if (value.kind === 'other') return value.parts.flatMap((part) => textsIn(part, module));
  if (value.kind !== 'name') return [];
  const { name } = value;
  const named = module.assignments.find(
    ({ target }) => target.kind === 'name' && target.name === name,
  );
  return textsIn(named?.value, module);
}
