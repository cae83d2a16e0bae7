import type { Texts } from '../run.ts';
import { retrofit } from './support.ts';

const esm =
  "import express from 'express';\nimport './data.js';\n\nconst app = express();\n\napp.listen(3000);\n";
const cjs =
  "const express = require('express');\nrequire('./data');\n\nconst app = express();\n\napp.listen(3000);\n";

/** A service in one of the kinds of modules, with a file that it takes in. */
function service(data: string, packages: readonly string[], more: Texts = {}): Texts {
  const isCommon = /\brequire\(/.test(data);
  const all = ['express', ...packages].map((name) => `"${name}": "*"`);
  return {
    'server.js': isCommon ? cjs : esm,
    'data.js': data,
    'package.json': `{ "name": "shop", "type": "${isCommon ? 'commonjs' : 'module'}", "scripts": { "start": "node server.js" }, "dependencies": { ${all.join(', ')} } }\n`,
    ...more,
  };
}

const schema: Texts = { 'prisma/schema.prisma': 'datasource db {\n  provider = "postgresql"\n}\n' };

/** How a client is made, what its project needs, how it is taken in and how asked. */
const rows: readonly (readonly [string, Texts, string, string])[] = [
  [
    'Prisma, kept between loads',
    service(
      "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = globalThis.prisma ?? new PrismaClient({ log: ['error'] });\n",
      ['@prisma/client'],
      {
        ...schema,
        'prisma/seed.js':
          "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n",
      },
    ),
    "const { prisma } = await import('./data.js');",
    'prisma.$queryRaw`SELECT 1`;',
  ],
  [
    'Prisma, given by name',
    service(
      "const { PrismaClient } = require('@prisma/client');\n\nconst db = new PrismaClient();\n\nmodule.exports = { db };\n",
      ['@prisma/client'],
      schema,
    ),
    "const { db } = require('./data');",
    'db.$queryRaw`SELECT 1`;',
  ],
  [
    'Drizzle over a pool',
    service(
      "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { Pool } from 'pg';\n\nexport const pool = new Pool();\nexport const db = drizzle(pool);\n",
      ['drizzle-orm', 'pg'],
    ),
    "const { sql } = await import('drizzle-orm');\n  const { db } = await import('./data.js');",
    'db.execute(sql`SELECT 1`);',
  ],
  [
    'TypeORM',
    service(
      "import { DataSource } from 'typeorm';\n\nexport const source = new DataSource({ type: 'postgres' });\nawait source.initialize();\n",
      ['typeorm', 'pg'],
    ),
    "const { source } = await import('./data.js');",
    "source.query('SELECT 1');",
  ],
  [
    'Sequelize',
    service(
      "const { Sequelize } = require('sequelize');\n\nconst sequelize = new Sequelize(process.env.DATABASE_URL);\n\nmodule.exports = sequelize;\n",
      ['sequelize', 'pg'],
    ),
    "const sequelize = require('./data');",
    'sequelize.authenticate({ logging: false });',
  ],
  [
    'Knex',
    service("import knex from 'knex';\n\nexport default knex({ client: 'pg' });\n", ['knex', 'pg']),
    "const { default: client } = await import('./data.js');",
    "client.raw('SELECT 1');",
  ],
  [
    'pg',
    service("const { Pool } = require('pg');\n\nexports.pool = new Pool();\n", ['pg']),
    "const { pool } = require('./data');",
    "pool.query('SELECT 1');",
  ],
  [
    'Postgres.js',
    service(
      "import postgres from 'postgres';\n\nconst sql = postgres();\n\nexport default sql;\n",
      ['postgres'],
    ),
    "const { default: sql } = await import('./data.js');",
    'sql`SELECT 1`;',
  ],
  [
    'mysql2',
    service(
      "import mysql from 'mysql2/promise';\n\nconst pool = mysql.createPool({});\n\nexport { pool };\n",
      ['mysql2'],
    ),
    "const { pool } = await import('./data.js');",
    "pool.query('SELECT 1');",
  ],
  [
    'ioredis',
    service("import Redis from 'ioredis';\n\nexport const redis = new Redis();\n", ['ioredis']),
    "const { redis } = await import('./data.js');",
    'redis.ping();',
  ],
  [
    'redis',
    service(
      "const { createClient } = require('redis');\n\nconst client = createClient();\nclient.connect();\nmodule.exports = { client };\n",
      ['redis'],
    ),
    "const { client } = require('./data');",
    'client.ping();',
  ],
];

const isTold = ({ message }: { message: string }): boolean => message.includes('does not ask');

test.each(rows)("/readyz asks by the code's own client: %s", async (_, before, taken, asked) => {
  const { texts, plan } = await retrofit(before, 'processes');
  expect(texts['service-checks.js']).toContain(`  ${taken}\n  await ${asked}\n`);
  const [, name] = /async function (\w+)\(\)/.exec(texts['service-checks.js'] ?? '') ?? [];
  expect(texts['health.js']).toContain(`const checks = [${name}];\n`);
  expect(plan.notes.filter(isTold)).toEqual([]);
});

const pg = "import { Pool } from 'pg';\n\n";
const common = "const { Pool } = require('pg');\n\nconst pool = new Pool();\n\n";

test.each([
  [
    'a comment beside it',
    `${common}// Once: module.exports = new Pool();\nmodule.exports = { pool };\n`,
  ],
  ['under its own name', `${common}module.exports = { query() {}, pool: pool };\n`],
  ['in two steps', `${common}exports = module.exports = {};\nexports.pool = pool;\n`],
  ['beside a function', `${common}module.exports = () => pool;\nmodule.exports.pool = pool;\n`],
])('a client that CommonJS gives for sure is asked: %s', async (_, data) => {
  const { texts } = await retrofit(service(data, ['pg']), 'processes');
  expect(texts['service-checks.js']).toContain("  const { pool } = require('./data');\n");
});

test.each([
  [
    'two of a kind',
    service(`${pg}export const one = new Pool();\nexport const two = new Pool();\n`, ['pg']),
  ],
  ['not given away', service(`${pg}const pool = new Pool();\n`, ['pg'])],
  ['made by a function', service(`${pg}export const open = () => new Pool();\n`, ['pg'])],
  [
    'not taken in by the entry',
    {
      ...service(`${pg}export const pool = new Pool();\n`, ['pg']),
      'server.js': esm.replace("import './data.js';\n", ''),
    },
  ],
  [
    'taken in for its type',
    {
      'server.ts':
        "import express from 'express';\nimport type { Pool } from './data.ts';\n\nconst app = express();\n\napp.listen(3000);\n",
      'data.ts': `${pg}export const pool = new Pool();\n`,
      'package.json': service('', ['pg'])['package.json']?.replace('server.js', 'server.ts') ?? '',
    },
  ],
  [
    'given by a function of an object',
    service(`${common}module.exports = {\n  getPool () {\n    return pool\n  }\n}\n`, ['pg']),
  ],
  [
    'handed on in a function of an object',
    service(
      `${common}module.exports = {\n  query(text, params) {\n    return retry(pool, text, params);\n  },\n};\n`,
      ['pg'],
    ),
  ],
  [
    'given within what is given',
    service(`${common}module.exports = { inner: { pool } };\n`, ['pg']),
  ],
  [
    'given before all is given anew',
    service(
      "const pg = require('pg');\nexports.pool = new pg.Pool();\nmodule.exports = { query: (text) => exports.pool.query(text) };\n",
      ['pg'],
    ),
  ],
  [
    'given where a condition says so',
    service(`${common}module.exports = { pool };\nif (test) {\n  module.exports = {};\n}\n`, [
      'pg',
    ]),
  ],
  [
    'in a comment',
    service(`${pg}/*\nexport const pool = new Pool();\n*/\nexport const one = wrap(Pool);\n`, [
      'pg',
    ]),
  ],
  [
    'in a text',
    service(`${pg}export const help = \`\nexport const pool = new Pool();\n\`;\n`, ['pg']),
  ],
  [
    'never opened',
    service(
      "import { DataSource } from 'typeorm';\n\nexport const source = new DataSource({ type: 'postgres' });\n",
      ['typeorm', 'pg'],
    ),
  ],
])('a client that is not for sure the one is told: %s', async (_, before) => {
  const { texts, plan } = await retrofit(before, 'processes');
  expect(Object.keys(texts).filter((path) => path.startsWith('service-checks'))).toEqual([]);
  expect(plan.notes.filter(isTold)).toHaveLength(1);
});

test('a default of TypeScript is taken in where the compiler surely keeps it one', async () => {
  const kinds = { commonjs: true, nodenext: false, es2015: false };
  for (const [kind, isTaken] of Object.entries(kinds)) {
    const { texts } = await retrofit(
      {
        'src/server.ts': esm.replace('./data.js', './data'),
        'src/data.ts': `${pg}export default new Pool();\n`,
        'package.json':
          '{ "name": "shop", "scripts": { "build": "tsc", "start": "node dist/server.js" }, "dependencies": { "express": "*", "pg": "*" } }\n',
        'tsconfig.json': `{ "compilerOptions": { "module": "${kind}", "outDir": "dist", "rootDir": "src" } }\n`,
      },
      'processes',
    );
    expect('src/service-checks.ts' in texts).toBe(isTaken);
  }
});
