import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';
import { report, row } from './rows.ts';

const pin = '0123456789abcdef0123456789abcdef01234567';
const major = process.versions.node.split('.')[0];

/** A workflow with all that a generated one has, and room for the step that breaks it. */
const workflow = (version: string, step: string) => `on: push
jobs:
  one:
    runs-on: ubuntu-latest
    strategy: { matrix: { letter: [a, b] } }
    services:
      postgres:
        image: postgres:17
        env: { POSTGRES_USER: app, POSTGRES_PASSWORD: local, POSTGRES_DB: app_test }
        ports: ['22150:5432']
      redis: { image: 'redis:8', ports: ['22151:6379'] }
    env: { DATABASE_URL: 'postgresql://app:local@127.0.0.1:22150/app_test' }
    steps:
      - uses: actions/checkout@${pin}
      - uses: actions/setup-node@${pin}
        with: { node-version: '${version}' }
      - name: Database
        run: psql "$DATABASE_URL" -qAtc 'select 1'
      - name: Cache
        run: redis-cli -p 22151 ping
      - name: Clean surroundings
        run: test -z "$PROOF_OF_LEAK" && test "$CI" = true && git diff --exit-code
      - name: No terminal
        run: test ! -t 0 && test ! -t 1
      - ${step}
      - name: Last
        run: test -f package.json && test "\${{ matrix.letter }}" != ''
      - name: Never
        if: failure()
        run: 'true'
`;

/** The broken step or version, and the rows that must have failed; none: all must hold. */
const cases: readonly (readonly [name: string, text: string, failed: readonly string[]])[] = [
  ['passes', workflow(`${major}`, "run: 'true'"), []],
  ['stops at a step', workflow(`${major}`, 'run: echo 1; false; true'), ['echo 1', 'Last']],
  ['sees another version', workflow('1', "run: 'true'"), ['actions/setup-node', 'Database']],
  ['misses a stub', workflow(`${major}`, `uses: no/action@${pin}`), ['stub of no/action']],
];

async function failuresOf(text: string): Promise<string[]> {
  const app = await mkdtemp(join(tmpdir(), 'imagine-workflow-'));
  try {
    await mkdir(join(app, '.github/workflows'), { recursive: true });
    await writeFile(join(app, '.github/workflows/ci.yml'), text);
    await writeFile(join(app, 'package.json'), '{}');
    const program = join(import.meta.dirname, 'run-workflow.ts');
    const env = { ...process.env, PROOF_OF_LEAK: 'leaked' };
    const { code, stdout, stderr } = await run(process.execPath, [program, app], { env });
    const failed = stdout.split('\n').filter((line) => line.startsWith('failed'));
    return code === 0 || failed.length > 0 ? failed : [stderr];
  } finally {
    await rm(app, { recursive: true, force: true });
  }
}

const rows = [];
for (const [name, text, expected] of cases) {
  const failures = await failuresOf(text);
  const found = expected.every((title) => failures.some((line) => line.includes(title)));
  const held = found && (expected.length > 0 || failures.length === 0);
  rows.push(row(`a workflow that ${name}`, held, held ? '' : failures.join('\n')));
}
process.exitCode = report(rows);
