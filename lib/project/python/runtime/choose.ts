import type { Fact, Files } from '../../../types.ts';
import type { Manifests } from '../manifests/read.ts';
import { capOf, order } from './caps.ts';
import { pinned, ranges } from './claims.ts';
import { admits } from './specifier.ts';

/** The minors that images and CI can have, the newest first; the first is taken where any will do. */
const minors = ['3.13', '3.12', '3.11', '3.10', '3.9', '3.8', '3.7', '3.6'] as const;
const beyond = ['3.14', '3.15'] as const;

/** The range for Python as written: a manifest's, else what a file pins. */
export const runtimeVersionOf = (files: Files, manifests: Manifests): Fact<string> | undefined =>
  ranges(manifests)[0] ?? pinned(files, manifests.base)[0];

/** The minor to use in images and CI: one that a file names and the range admits, else the newest. */
export function runtimeOf(files: Files, manifests: Manifests): Fact<string> | undefined {
  const [range] = ranges(manifests);
  const pins = pinned(files, manifests.base).map(({ value, evidence }) => ({
    value: value.split('.').slice(0, 2).join('.'),
    evidence,
  }));
  const found = pins.find(({ value }) => !range || admits(range.value, value));
  if (found) return found;
  const cap = capOf(manifests);
  if (!range) return cap;
  const inside = [...minors, ...beyond].filter((minor) => admits(range.value, minor));
  const value = inside.find((minor) => !cap || order(minor) <= order(cap.value)) ?? inside[0];
  return value === undefined ? cap : { value, evidence: range.evidence };
}
