import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './command.ts';
import { report, row } from './rows.ts';

const workflow = (step: string) => `on: push
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - ${step}
`;

const token = ['ghp', randomBytes(18).toString('hex')].join('_');

/** A validator, and a file in which it alone has to find something. */
const faults: readonly (readonly [validator: string, path: string, text: string])[] = [
  ['actionlint', '.github/workflows/a.yml', workflow(`run: echo "\${{ matrix.none }}"`)],
  ['zizmor', '.github/workflows/z.yml', workflow('uses: actions/checkout@v5')],
  ['workflow schema', '.github/workflows/s.yml', workflow('nothing: true')],
  ['dependabot schema', '.github/dependabot.yml', 'version: 2\nupdates: [{ directory: / }]\n'],
  ['compose schema', 'compose.yaml', 'services:\n  web:\n    imagine: nginx\n'],
  ['hadolint', 'Dockerfile', 'FROM node:24-slim\nRUN cd /app && sudo ls\nUSER root\n'],
  ['yamllint', 'settings.yaml', 'one: 1\none: 2\n'],
  ['shellcheck', 'setup.sh', '#!/bin/sh\ncd $1\n'],
  ['gitleaks', 'src/keys.ts', `const key = '${token}';\n`],
];

async function validate(files: readonly (readonly [string, string])[]): Promise<string[]> {
  const app = await mkdtemp(join(tmpdir(), 'imagine-faults-'));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(app, path)), { recursive: true });
      await writeFile(join(app, path), text);
    }
    const program = join(import.meta.dirname, 'validate.ts');
    const { stdout } = await run(process.execPath, [program, app]);
    return stdout.split('\n');
  } finally {
    await rm(app, { recursive: true, force: true });
  }
}

const rows = [];
for (const [validator, path, text] of faults) {
  const lines = await validate([[path, text]]);
  const found = lines.some((line) => line.startsWith(`failed  ${validator} `));
  rows.push(row(`${validator} finds its fault`, found, found ? '' : lines.join('\n')));
}
process.exitCode = report(rows);
