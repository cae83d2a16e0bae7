import { run, type Texts } from '../run.ts';

const fastapi = (settings: string): Texts => ({
  'requirements.txt': 'fastapi==0.120\nuvicorn==0.38\npydantic-settings==2.12\n',
  'shop/__init__.py': '',
  'shop/base.py':
    'from pydantic_settings import BaseSettings\n\n\nclass Base(BaseSettings):\n    name: str\n',
  'shop/settings.py': `import logging\nfrom shop.base import Base\n\n\nclass Settings(Base):\n${settings}\n`,
  'shop/main.py':
    'from fastapi import FastAPI\nfrom shop.settings import Settings\n\napp = FastAPI()\nsettings = Settings()\n',
});
const express = (reading: string): Texts => ({
  'package.json':
    '{"name":"x","type":"module","scripts":{"start":"node index.js"},"dependencies":{"express":"^5.0.0","zod":"^4.0.0"}}\n',
  'index.js': `import os from 'node:os';\nimport express from 'express';\nimport { z } from 'zod';\n\n${reading}\nexpress().listen(3000);\n`,
});

test.each<[string, Texts, string]>([
  ['a list', fastapi('    allowed: list[str] = ["*"]'), '#ALLOWED='],
  ['what the code computes', fastapi('    level: int = logging.INFO'), '#LEVEL='],
  ['nothing', fastapi('    proxy: str | None = None'), '#PROXY='],
  ['a text that may be a secret', fastapi('    token_prefix: str = "Token"'), '#TOKEN_PREFIX='],
  ['none: it is required', fastapi('    address: str'), 'ADDRESS='],
  ['what a function gives', express('const host = process.env.NAME ?? os.hostname();'), '#NAME='],
  ['none, in a destructuring', express('const { NAME } = process.env;'), 'NAME='],
  ['a list, in a destructuring', express('const { NAME = [] } = process.env;'), '#NAME='],
  [
    'a schema that lets it be missing',
    express('z.object({ SITE: z.url().optional() }).parse(process.env);'),
    '#SITE=',
  ],
  [
    'a schema that asks for it',
    express('z.object({ SITE: z.url() }).parse(process.env);'),
    'SITE=',
  ],
  [
    'one place that does without, one that does not',
    express('const a = process.env.NAME || os.hostname();\nconst b = process.env.NAME.trim();'),
    'NAME=',
  ],
])(
  'an empty line of the example never takes the place of a default: %s',
  async (_, texts, line) => {
    const { '.env.example': example = '' } = await run(texts, 'config');
    expect(example.split('\n')).toContain(line);
  },
);
