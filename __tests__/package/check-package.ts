/**
 * The package as it would be published: packed, installed into clean prefixes by somebody who is not
 * root, and run through each of its doors. Needs the package registry. Ends with `N checked, M failed`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolder, withoutSecrets } from '../run.ts';
import { countOf, sizeOf } from './size.ts';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'imagine-package-'));
const isRoot = process.getuid?.() === 0;
const somebody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
const megabyte = 1_000_000;
let checked = 0;
let failed = 0;

function check(about: string, holds: boolean, detail: unknown = ''): void {
  checked++;
  if (!holds) failed++;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${about} ${detail}`);
}

/** A folder of somebody's own. */
function folder(name: string): string {
  const path = join(scratch, name);
  mkdirSync(path);
  if (isRoot) chownSync(path, 65_534, 65_534);
  return path;
}

/** Runs a program as somebody who is not root, with a prefix of npm's global packages. */
function run(cwd: string, prefix: string, words: readonly string[], who: object = somebody) {
  const path = `${join(prefix, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`;
  const npm = { npm_config_prefix: prefix, npm_config_update_notifier: 'false' };
  const { http_proxy, https_proxy, NODE_EXTRA_CA_CERTS } = process.env;
  const net = { http_proxy, https_proxy, NODE_EXTRA_CA_CERTS };
  const env = { ...net, ...npm, PATH: path, HOME: join(scratch, 'home'), CI: '1' };
  const [program = '', ...rest] = words;
  const ended = spawnSync(program, rest, { cwd, env, encoding: 'utf8', timeout: 300_000, ...who });
  return { code: ended.status, said: `${ended.stdout}${ended.stderr}`, stdout: ended.stdout };
}

const quick = ['--defaults', '--offline', '--skip-install', '--skip-git', '--name', 'shop'];
const made = (path: string) => JSON.stringify(withoutSecrets(readFolder(path)));

function checkDoors(prefix: string, expected: string): void {
  for (const [about, words] of [
    ['imagine', ['imagine', 'app', '.', ...quick]],
    ['yo imagine', ['yo', 'imagine', ...quick]],
    ['npx', ['npx', '--no-install', 'imagine', 'app', '.', ...quick]],
  ] as const) {
    const place = folder(`by-${about.replace(' ', '-')}`);
    const { code, said } = run(place, prefix, words);
    check(`${about}: exit 0`, code === 0, code === 0 ? '' : said);
    check(`${about}: the same bytes`, made(place) === expected);
  }
}

try {
  chmodSync(scratch, 0o755);
  folder('home');
  spawnSync(process.execPath, [join(root, '.ci/build.ts')], { cwd: root });
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', scratch], {
    cwd: root,
    encoding: 'utf8',
  });
  const tarball = join(scratch, packed.stdout.trim());
  chmodSync(tarball, 0o644);
  const packedSize = statSync(tarball).size;
  check('the package is small', packedSize < 2 * megabyte, `${packedSize} bytes`);

  const source = join(scratch, 'source');
  const quickly = { encoding: 'utf8' } as const;
  spawnSync(process.execPath, [join(root, 'bin/imagine.ts'), 'app', source, ...quick], quickly);
  const expected = made(source);

  const [prefix, peer] = [folder('prefix'), folder('peer')];
  const ours = run(scratch, prefix, ['npm', 'install', '--global', tarball]);
  check('npm install --global of the tarball', ours.code === 0, ours.code === 0 ? '' : ours.said);
  const theirs = run(scratch, peer, ['npm', 'install', '--global', 'yo', 'yeoman-generator']);
  check('yo and what every generator needs', theirs.code === 0, theirs.code ? theirs.said : '');
  const [size, limit] = [sizeOf(prefix), sizeOf(peer)];
  const [count, most] = [countOf(prefix), countOf(peer)];
  check('installed size', size > megabyte && size <= limit, `${size} of ${limit} bytes`);
  check('number of packages', count > 1 && count <= most, `${count} of ${most}`);

  const yo = run(scratch, prefix, ['npm', 'install', '--global', 'yo']);
  check('yo beside it', yo.code === 0, yo.code === 0 ? '' : yo.said);
  checkDoors(prefix, expected);
  const retrofit = folder('python');
  cpSync(join(root, '__tests__/package/python'), retrofit, { recursive: true });
  const python = run(retrofit, prefix, ['imagine', 'processes', ...quick, '--json'], {});
  check(
    'imagine, as root, where a parser of its own is needed',
    python.code === 0,
    python.code ? python.said : '',
  );
  check('what that parser found', python.stdout.includes('"application"'));

  const linked = folder('linked');
  run(linked, prefix, ['tar', 'xzf', tarball]);
  const other = folder('other');
  const link = run(join(linked, 'package'), other, ['npm', 'link', '--omit=dev']);
  check('npm link', link.code === 0, link.code === 0 ? '' : link.said);
  const answer = run(scratch, other, ['imagine', '--version']);
  check(
    'imagine, linked',
    answer.code === 0 && /^\d+\.\d+\.\d+/.test(answer.stdout),
    answer.stdout.trim(),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${checked} checked, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
