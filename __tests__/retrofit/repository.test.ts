import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { imagine, scratch, snapshot } from '../process.ts';

const app = (name: string): Readonly<Record<string, string>> => ({
  [`apps/${name}/package.json`]: JSON.stringify({
    name,
    scripts: { start: 'node index.js', test: 'node --test' },
    dependencies: { express: '^5.0.0' },
  }),
  [`apps/${name}/index.js`]: "require('express')().listen(process.env.PORT || 4000);\n",
});
const monorepo = {
  'package.json': '{ "name": "shop", "private": true, "workspaces": ["apps/*"] }\n',
  'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }\n',
  '.gitignore': 'node_modules\n',
  ...app('api'),
  ...app('mail'),
};

const git = (folder: string, ...words: string[]): void => {
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  const { status, stderr } = spawnSync('git', [...author, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
};

const words = ['--defaults', '--offline', '--skip-install'];
let place: ReturnType<typeof scratch>;
const text = (path: string): string => readFileSync(join(place.path, path), 'utf8');

beforeEach(() => {
  place = scratch();
  for (const [path, content] of Object.entries(monorepo)) {
    mkdirSync(dirname(join(place.path, path)), { recursive: true });
    writeFileSync(join(place.path, path), content);
  }
  git(place.path, 'init', '--quiet', '--initial-branch=trunk');
  git(place.path, 'add', '--all');
  git(place.path, 'commit', '--quiet', '--message', 'Begin');
  git(place.path, 'checkout', '--quiet', '-b', 'some-work');
  git(place.path, 'update-ref', 'refs/remotes/origin/trunk', 'HEAD');
  git(place.path, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
});
afterEach(() => place.remove());

test("an app's workflow goes to the repository's root, on its default branch, and works in its folder", () => {
  expect(imagine(join(place.path, 'apps/api'), ['ci', ...words])).toMatchObject({ code: 0 });
  const { on, jobs } = parse(text('.github/workflows/apps-api.yml'));
  expect(on.push).toEqual({ branches: ['trunk'], paths: ['**', '!apps/mail/**'] });
  expect(jobs.check.defaults.run['working-directory']).toBe('apps/api');
  const install = jobs.check.steps.find(({ name }: { name?: string }) => name === 'Install');
  expect(install).toEqual({ name: 'Install', run: 'npm ci', 'working-directory': '.' });
  const setup = jobs.check.steps.find(({ uses }: { uses?: string }) =>
    uses?.includes('setup-node'),
  );
  expect(setup.with.cache).toBe('npm');
});

test('a second app adds its own, and neither run again changes anything', () => {
  for (const name of ['api', 'mail'])
    imagine(place.path, ['ci', '--app', `apps/${name}`, ...words]);
  const before = snapshot(place.path);
  expect(Object.keys(before).filter((path) => path.startsWith('.github/workflows/'))).toEqual([
    ...['.github/workflows/apps-api.yml', '.github/workflows/apps-mail.yml'],
  ]);
  const { updates } = parse(text('.github/dependabot.yml'));
  expect(updates.map(({ directory }: { directory: string }) => directory)).toEqual([
    ...['/apps/api', '/', '/apps/mail'],
  ]);
  for (const name of ['api', 'mail']) {
    const { code, stdout } = imagine(join(place.path, 'apps', name), ['ci', ...words]);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing to change'),
    });
  }
  expect(snapshot(place.path)).toEqual(before);
});

test('the patch of a dry run is taken at the root of the repository', () => {
  const folder = join(place.path, 'apps/api');
  const { code, stdout } = imagine(folder, ['ci', '--dry-run', ...words]);
  expect(code).toBe(0);
  writeFileSync(join(place.path, 'retrofit.patch'), stdout);
  git(place.path, 'apply', 'retrofit.patch');
  expect(imagine(folder, ['ci', ...words]).stdout).toContain('Nothing to change');
});

test("an app's image is built of the whole workspace", () => {
  imagine(join(place.path, 'apps/api'), ['docker', ...words]);
  expect(text('apps/api/Dockerfile')).toMatch(
    /COPY \. \.\n[\s\S]*npm ci[\s\S]*WORKDIR \/app\/apps\/api/,
  );
  expect(text('apps/api/Dockerfile.dockerignore')).toContain('**/node_modules\n');
  const { services } = parse(text('apps/api/compose.yaml'));
  expect(services.web.build).toEqual({ context: '../..', dockerfile: 'apps/api/Dockerfile' });
});

test('the root of the repository is as far as anything is written', () => {
  rmSync(join(place.path, '.git'), { recursive: true });
  const outside = scratch();
  const before = snapshot(place.path);
  symlinkSync(outside.path, join(place.path, '.github'));
  git(place.path, 'init', '--quiet');
  const { code, stderr } = imagine(join(place.path, 'apps/api'), ['ci', ...words]);
  expect({ code, stderr }).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('leads out of the project'),
  });
  expect(snapshot(outside.path)).toEqual({});
  expect(snapshot(join(place.path, 'apps'))).toEqual(
    Object.fromEntries(
      Object.entries(before).flatMap(([path, kept]) =>
        path.startsWith('apps/') ? [[path.slice(5), kept]] : [],
      ),
    ),
  );
  outside.remove();
});
