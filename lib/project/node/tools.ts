import { type Fact, type Facts, fact } from '../../facts.ts';
import type { Manager } from '../../managers/manager.ts';
import { bareBuiltinsOf } from './builtins.ts';
import type { Code } from './code/code.ts';
import { coverageOf } from './coverage.ts';
import type { Ground } from './ground.ts';
import { type Manifest, placeIn } from './manifest.ts';
import { migrateOf } from './migrate.ts';
import { tasteOf } from './taste.ts';

const loggers = [
  'pino',
  'nestjs-pino',
  'winston',
  'nest-winston',
  'bunyan',
  'log4js',
  'loglevel',
  'tslog',
  'signale',
  'consola',
  'fastify',
];
const loaders = [
  'envalid',
  'env-var',
  'convict',
  '@nestjs/config',
  '@t3-oss/env-core',
  '@t3-oss/env-nextjs',
  'znv',
  'dotenv-safe',
  'env-schema',
  '@fastify/env',
  'fastify-env',
  'config',
];
const linters = ['eslint', '@biomejs/biome', 'standard', 'xo', 'oxlint', 'tslint', 'jshint'];

/** The tools of the project that the tool fits in with, by their packages. */
export function toolsOf(
  ground: Ground,
  manager: Pick<Manager, 'run' | 'exec'>,
): Pick<Facts, 'logger' | 'loader' | 'linter' | 'coverage' | 'migrate' | 'bareBuiltins' | 'taste'> {
  const { manifest, text, code, around } = ground;
  const found = {
    logger: packageOf(manifest, text, loggers, ['dependencies']),
    loader: packageOf(manifest, text, loaders, ['dependencies']) ?? checked(code),
    linter: packageOf(manifest, text, linters, ['devDependencies', 'dependencies']),
    coverage: coverageOf(ground),
    taste: tasteOf(around, text),
    bareBuiltins: bareBuiltinsOf(code),
    migrate: migrateOf(manifest, text, manager),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function packageOf(
  manifest: Manifest,
  text: string,
  names: readonly string[],
  sections: readonly ('dependencies' | 'devDependencies')[],
): Fact<string> | undefined {
  for (const section of sections) {
    const name = names.find((each) => manifest[section]?.[each] !== undefined);
    if (name !== undefined) return fact(name, placeIn(text, section, name));
  }
  return undefined;
}

/** A schema of zod, joi or valibot that `process.env` is checked against. */
function checked(code: Code): Fact<string> | undefined {
  for (const source of code.sources) {
    const at = source.text.search(
      /\b(?:parse|safeParse|validate|validateSync|validationSchema)\s*\(?[^)\n]*process\.env/,
    );
    const name = /(?:from |require\()['"](zod|joi|valibot|yup)(?:\/[\w./-]+)?['"]/.exec(
      source.text,
    );
    if (at >= 0 && name)
      return fact(
        name[1] ?? 'zod',
        `${source.path}:${source.text.slice(0, at).split('\n').length}`,
      );
  }
  return undefined;
}
