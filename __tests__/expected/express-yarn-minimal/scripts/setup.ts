import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { completeDotenv } from './dotenv.ts';
import { run } from './run.ts';
import { startServices } from './services.ts';

/** The package managers by their lock files. */
const managers = { 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'package-lock.json': 'npm' };

// Makes a fresh clone ready to run; harmless again.
await run(packageManager(), ['install']);
completeEnvironment();
const env = { ...settings(), ...process.env, NODE_ENV: 'development' };
await startServices(env);
await run(process.execPath, ['src/manage.ts', 'migrate'], env);

function packageManager(): string {
  return Object.entries(managers).find(([lock]) => existsSync(lock))?.[1] ?? 'npm';
}

/** Secrets are only written where git will not take them along. */
function completeEnvironment() {
  if (!isPrivate('.env')) {
    process.stderr.write(
      'git does not ignore .env, so nothing was written to it. Add it to .gitignore;\n' +
        'if git tracks it: git rm --cached .env, and replace every secret that was in it.\n',
    );
    return;
  }
  const text = existsSync('.env') ? readFileSync('.env', 'utf8') : '';
  const example = readFileSync('.env.example', 'utf8');
  const completed = completeDotenv(example, text, () => randomBytes(48).toString('base64url'));
  if (completed === text) return;
  writeFileSync('.env', completed, { mode: 0o600 });
  chmodSync('.env', 0o600);
}

/** Whether git ignores a file; true outside of a repository, too. */
function isPrivate(file: string): boolean {
  return spawnSync('git', ['check-ignore', '--quiet', file]).status !== 1;
}

function settings() {
  return existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
}
