import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeDotenv } from '../scripts/dotenv.ts';

const example = `# About the file.

# Where.
PORT=3000

# Signs (secret).
KEY=

# Refers.
URL=db://\${KEY}@host

# Optional.
#MORE=1
`;
const secret = () => 's3cret';

test('what is missing is added with its comment, and secrets are made', () => {
  const completed = completeDotenv(example, '', secret);
  assert.match(completed, /^# Where\.\nPORT=3000\n\n# Signs \(secret\)\.\nKEY=s3cret\n/);
  assert.match(completed, /URL=db:\/\/s3cret@host\n\n# Optional\.\n#MORE=1\n$/);
  assert.equal(completeDotenv(example, completed, secret), completed);
});

test('what is there stays as it is', () => {
  const text = 'export KEY=mine\nPORT=1 # own\n#URL=later\n';
  const completed = completeDotenv(example, text, secret);
  assert.ok(completed.startsWith(text));
  assert.equal(completed.slice(text.length), '\n# Optional.\n#MORE=1\n');
});

test('a copy of the example gets its secrets', () => {
  const completed = completeDotenv(example, example, secret);
  assert.equal(completed, example.replace('KEY=\n', 'KEY=s3cret\n').replace(/\$\{KEY\}/, 's3cret'));
});
