import type { Declarations, Ignored, Project } from '../../lib/types.ts';

const common: readonly Ignored[] = [
  { heading: 'Logs', patterns: ['logs/', '*.log', '*.pid'] },
  { heading: 'Machine', patterns: ['.DS_Store', 'Thumbs.db', '*.swp'] },
];
/** Teams may share these on purpose, so only a new app leaves them out. */
const editors: readonly Ignored[] = [{ heading: 'Machine', patterns: ['.idea/', '.vscode/'] }];

const languages: Readonly<Record<'node' | 'python', readonly Ignored[]>> = {
  node: [
    { heading: 'Dependencies', patterns: ['node_modules/'] },
    { heading: 'Tests', patterns: ['coverage/'] },
  ],
  python: [
    { heading: 'Dependencies', patterns: ['.venv/'] },
    { heading: 'Build', patterns: ['__pycache__/', '*.py[cod]'] },
    {
      heading: 'Tests',
      patterns: ['.coverage', 'htmlcov/', '.mypy_cache/', '.pytest_cache/', '.ruff_cache/'],
    },
  ],
};

/** What git must never see of a project of this language. */
export const ignored = ({ stack, existing }: Project): Declarations => ({
  ignored: [...languages[stack.language.name], ...common, ...(existing ? [] : editors)],
});
