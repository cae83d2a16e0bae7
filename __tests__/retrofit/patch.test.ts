import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../lib/files.ts';
import { patchOf } from '../../lib/patch.ts';
import { scratch } from '../process.ts';
import { fixtures, planOver, type Texts } from '../run.ts';
import { write } from './support.ts';

/** A project with the shapes that patches stumble over. */
const odd: Texts = {
  'package.json':
    '{\r\n  "name": "odd",\r\n  "scripts": { "start": "node main.js" },\r\n  "dependencies": { "express": "^5.0.0" }\r\n}',
  'main.js':
    "const express = require('express');\r\nconst app = express();\r\napp.listen(process.env.PORT || 4000);",
  'README.md': '# Odd ünïcode',
  '.gitignore': '',
};
const projects: Readonly<Record<string, Texts>> = { ...fixtures, odd };
const given = { cache: 'redis', monitoring: 'prometheus', database: 'postgresql' };

test.each(Object.keys(projects))(
  '%s: git applies the patch of --dry-run, and has what a run writes',
  async (name) => {
    const before = projects[name] as Texts;
    const { changes } = await planOver(before, 'app', given);
    const { path, remove } = scratch();
    try {
      write(path, before);
      const input = await patchOf(changes, filesOf(before));
      const git = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
        cwd: path,
        input,
        encoding: 'utf8',
      });
      expect(git.stderr).toBe('');
      expect(git.status).toBe(0);
      for (const change of changes.filter((each) => each.path !== '.env')) {
        const file = join(path, change.path);
        expect([change.path, existsSync(file) ? readFileSync(file, 'utf8') : null]).toEqual([
          change.path,
          change.text,
        ]);
      }
    } finally {
      remove();
    }
  },
);
