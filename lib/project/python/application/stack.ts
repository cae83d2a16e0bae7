import type { Fact, Files } from '../../../types.ts';
import { type Manifests, placeOf, requirementOf } from '../manifests/read.ts';
import { nameOf } from '../text.ts';
import type { Candidate } from './candidates.ts';
import { type Framework, frameworks } from './frameworks.ts';

/** The framework that the project serves with, and where that shows. */
export interface Chosen {
  readonly framework: Framework;
  readonly evidence: readonly string[];
}

/**
 * A framework that the manifest names and the code makes an application with, else one that only
 * the code or only the manifest shows; of several alike, the one that builds on the others.
 */
export function chooseFramework(
  files: Files,
  manifests: Manifests,
  candidates: readonly Candidate[],
): Chosen | undefined {
  const ranked = frameworks.map((framework) => {
    const { program } = framework;
    const manage = program && files.list().find((path) => nameOf(path) === program);
    const asked = requirementOf(manifests, ...framework.packages);
    const made = candidates.find((each) => each.framework === framework);
    const code = made !== undefined || manage !== undefined;
    const named = asked !== undefined && !asked.dev && (!framework.client || code);
    const evidence = [
      ...(asked ? [placeOf(asked)] : []),
      ...(made ? [`${made.module.path}:${made.line}`] : []),
      ...(code && !made && manage !== undefined ? [`${manage}:1`] : []),
    ];
    return { framework, evidence, weight: (named ? 1 : 0) + (code ? 2 : 0) };
  });
  const best = Math.max(...ranked.map(({ weight }) => weight));
  return best === 0 ? undefined : ranked.find(({ weight }) => weight === best);
}

/** The framework as the fact `stack`. */
export const stackOf = (chosen: Chosen | undefined): Fact<string> | undefined =>
  chosen && { value: chosen.framework.name, evidence: chosen.evidence };
