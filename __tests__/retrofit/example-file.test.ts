import { exampleNames } from '../../lib/example-file.ts';
import { run, runAll, type Texts } from '../run.ts';

const project = (example: Texts): Texts => ({
  'package.json': '{ "name": "shop", "scripts": { "start": "node server.js" } }\n',
  'server.js':
    "const { createServer } = require('node:http');\n\nconst key = process.env.API_KEY;\n\ncreateServer().listen(process.env.PORT ?? 4000, key);\n",
  ...example,
});
const own = '# Ours.\nAPI_KEY=\n';

test.each(exampleNames)('variables are added to the own example: %s', async (name) => {
  const after = await run(project({ [name]: own }), 'config');
  const made = exampleNames.filter((each) => after[each] !== undefined);
  expect(made).toEqual([name]);
  expect(after[name]).toContain(own);
  expect(after[name]).toMatch(/^#?\s?PORT=/m);
  const [, file = ''] = /\(see (\S+)\)/.exec(after['environment.js'] ?? '') ?? [];
  expect(file).toBe(name);
  const isHidden = name.startsWith('.env.');
  expect((after['.gitignore'] ?? '').split('\n').includes(`!${name}`)).toBe(isHidden);
  expect(await run(after, 'config')).toEqual(after);
});

test('of several the usual one is added to, and none of them is hidden from git', async () => {
  const before = project({ '.env.sample': own, '.env.example': own });
  const after = await runAll(before, ['ci', 'config']);
  expect(after['.env.sample']).toBe(own);
  expect(after['.env.example']).toContain('PORT=');
  expect(after['.gitignore']).toContain('!.env.example\n!.env.sample\n');
});
