import type { Declarations, Project } from '../../lib/types.ts';

/** A workflow of the steps that an existing project has, and no gate that it would fail. */
export function existing({ facts, manager, answers }: Project): Declarations {
  if (answers.ci === 'none' || facts.language?.value !== 'node') return {};
  if (facts.ci) {
    const message = 'stays as it is; no workflow was added beside it';
    return { notes: facts.ci.value.map((file) => ({ file, message })) };
  }
  const steps = [
    ['Lint', facts.lint],
    ['Test', facts.test],
    ['Build', facts.build],
  ] as const;
  const found = steps.filter(([, fact]) => fact !== undefined);
  return {
    trees: [{ folder: 'ci/templates/existing/node', existing: 'keep' }],
    lines: found.map(([title, fact], rank) => ({
      at: '.github/workflows/ci.yml#steps',
      rank,
      text: `- name: ${title}\n  run: ${fact?.value.replace(/^npm run (\S+)$/, (_, name) => manager.run(name))}`,
    })),
  };
}
