import { planOver, run, type Texts } from '../run.ts';

const server =
  "const express = require('express');\nconst app = express();\napp.use('/', require('./routes'));\napp.listen(process.env.PORT || 4000);\n";

const node = (routes: string): Texts => ({
  'package.json': JSON.stringify({
    name: 'shop',
    scripts: { start: 'node server.js' },
    dependencies: { express: '^5.0.0' },
  }),
  'server.js': server,
  'routes.js': `const router = require('express').Router();\n${routes}module.exports = router;\n`,
});

const constants =
  "const paths = { health: '/healthz', ready: '/readyz' };\nrouter.get(paths.health, (q, s) => s.send('ok'));\n";

const flask = (routes: string): Texts => ({
  'requirements.txt': 'flask==3.0.0\n',
  'app.py': `from flask import Flask\n\napp = Flask(__name__)\n${routes}\n`,
});
const register = 'HEALTH = "/healthz"\n\n\n@app.route(HEALTH)\ndef health():\n    return "mine"\n';

const told = async (texts: Texts, given: object = {}) =>
  (await planOver(texts, 'processes', given)).notes.filter(({ message }) =>
    message.startsWith('names /healthz'),
  );

test.each([
  ['Node', node(constants), 'server.js', { file: 'routes.js', line: 2 }],
  ['Python', flask(register), 'app.py', { file: 'app.py', line: 4 }],
])(
  'an address that a constant of %s holds is not shadowed, but told',
  async (_, texts, entry, at) => {
    const after = await run(texts, 'processes');
    expect(Object.keys(after).filter((path) => /(?:^|\/)health|readiness/.test(path))).toEqual([]);
    expect(after[entry]).not.toMatch(/answerHealth|add_health/);
    expect(await told(texts)).toEqual([expect.objectContaining(at)]);
    expect(await run(after, 'processes')).toEqual(after);
  },
);

test('the user may say that there is none', async () => {
  const given = { set: ['health='] };
  expect(await told(node(constants), given)).toEqual([]);
  expect(Object.keys(await run(node(constants), 'processes', given))).toContain('health.js');
});

test('a comment names nothing, and what names an address that the tool answers leaves it there', async () => {
  const commented = node("// the platform asks '/healthz'\n");
  const after = await run(commented, 'processes');
  expect(after['server.js']).toContain('answerHealth(app);');
  const silent = { ...after, 'log.js': "module.exports = { ignore: ['/healthz', '/readyz'] };\n" };
  expect(await run(silent, 'processes')).toEqual(silent);
});
