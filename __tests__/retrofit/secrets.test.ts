import { filesOn } from '../../lib/files.ts';
import { toldCommand } from '../../lib/project/secrets.ts';
import { scratch } from '../process.ts';
import { retrofit, write } from './support.ts';

test.each([
  ['REDIS_URL=redis://:hunter2@r:6379 node worker.js', 'node worker.js'],
  ['NODE_ENV=production JWT_SECRET="a b" node a.js', 'NODE_ENV=production node a.js'],
  ["SMTP_PASS='x' python worker.py --level=info", 'python worker.py --level=info'],
  ['PORT=4000 node a.js KEY', 'PORT=4000 node a.js KEY'],
])('%s is told without what nobody may see', (command, told) => {
  expect(toldCommand(command)).toBe(told);
});

test('a worker of package.json gets into the Procfile without its password', async () => {
  const project = {
    'package.json': JSON.stringify({
      name: 'x',
      scripts: { start: 'node a.js', worker: 'REDIS_URL=redis://:hunter2@r node w.js' },
      dependencies: { express: '^5.0.0' },
    }),
    'a.js': "require('express')().listen(process.env.PORT || 3000);\n",
    'w.js': 'console.log(1);\n',
  };
  const { texts, plan } = await retrofit(project, 'processes');
  expect(texts.Procfile).toContain('worker: node w.js\n');
  expect(JSON.stringify(plan)).not.toContain('hunter2');
});

test('a default under the name of a secret is copied nowhere', async () => {
  const names = ['SMTP_PASS', 'BASIC_AUTH', 'COOKIE_KEYS', 'SLACK_WEBHOOK_URL', 'DB_PASSWORD'];
  const python = {
    'requirements.txt': 'flask\n',
    'app.py': `import os\nfrom flask import Flask\n\n${names.map((name) => `${name} = os.getenv("${name}", "hunter2-${name}")\n`).join('')}app = Flask(__name__)\n`,
  };
  const node = {
    'package.json':
      '{"name":"x","scripts":{"start":"node a.js"},"dependencies":{"express":"^5.0.0"}}',
    'a.js': `${names.map((name) => `const ${name} = process.env.${name} || 'hunter2-${name}';\n`).join('')}require('express')().listen(3000);\n`,
  };
  for (const [project, entry] of [
    [python, 'app.py'],
    [node, 'a.js'],
  ] as const) {
    const { texts } = await retrofit(project, 'config');
    const { [entry]: _own, ...others } = texts as Readonly<Record<string, string>>;
    expect(others['.env.example']).toContain('SMTP_PASS');
    expect(JSON.stringify(others)).not.toContain('hunter2');
  }
});

test('a file that is not UTF-8 is passed over and told, never written back', () => {
  const { path, remove } = scratch();
  try {
    write(path, { 'a.txt': 'plain\n' });
    write(path, { 'b.txt': Buffer.from('caf\u00e9\n', 'latin1') as unknown as string });
    const files = filesOn(path);
    expect([files.read('a.txt'), files.read('b.txt')]).toEqual(['plain\n', undefined]);
    expect(files.passedOver?.().map(({ file }) => file)).toEqual(['b.txt']);
  } finally {
    remove();
  }
});
