import * as env from '../../lib/documents/env.ts';
import * as json from '../../lib/documents/json.ts';
import * as markdown from '../../lib/documents/markdown.ts';
import * as toml from '../../lib/documents/toml.ts';
import * as yaml from '../../lib/documents/yaml.ts';

test('JSON is read behind a byte order mark, comments and trailing commas', () => {
  const text = '\uFEFF{\r\n  // twice\r\n  "a": 1, "a": { "b": [1, { "c": "ü" },] },\r\n}';
  expect(json.get(text, ['a', 'b', 1, 'c'])).toBe('ü');
  expect(json.get(text, ['a', 'x', 'y'])).toBeUndefined();
  expect(json.get('', ['a'])).toBeUndefined();
});

test('YAML is read from the first document, through aliases and merges', () => {
  const text = 'base: &b {k: 1, list: [x]}\nweb:\n  <<: *b\n  own: *b\n---\nbase: 2\n';
  expect(yaml.get(text, ['web', 'k'])).toBe(1);
  expect(yaml.get(text, ['web', 'own', 'list', 0])).toBe('x');
  expect(yaml.get(text, ['web', 'k', 'x'])).toBeUndefined();
  expect(yaml.get('', ['a'])).toBeUndefined();
});

test('TOML is read through headers, dotted keys and braces', () => {
  const text = '\uFEFFa.b = {"c d" = [1, "ü"]}\r\n[x.y] # words\r\nk.l = 9007199254740993\r\n';
  expect(toml.get(text, ['a', 'b', 'c d'])).toEqual([1, 'ü']);
  expect(toml.get(text, ['x'])).toEqual({ y: { k: { l: 9007199254740993n } } });
  expect(toml.get(text, ['x', 'y', 'k', 'l', 'm'])).toBeUndefined();
  expect(toml.get('', ['a'])).toBeUndefined();
});

test('.env variables are those that are set', () => {
  const text = '\uFEFFexport A=\'x y\' # tail\r\n# B=2\r\nC="1\r\nD=2"\r\nE=\r\n';
  expect(env.names(text)).toEqual(['A', 'C', 'E']);
  expect(env.value(text, 'A')).toBe('x y');
  expect(env.value(text, 'B')).toBeUndefined();
  expect(env.value(text, 'E')).toBe('');
});

test('a section is what its heading says, the title is none', () => {
  const text =
    '# Shop\n\nwords\n\n# Install\n\nnpm\n\n### Deep\n\n## `Use` it! 🚀\n```\n## Shop\n```\n';
  expect(markdown.section(text, 'shop')).toBeUndefined();
  expect(markdown.section(text, 'INSTALL')).toBe('npm\n\n### Deep');
  expect(markdown.section(text, 'use it')).toBe('```\n## Shop\n```');
  expect(markdown.addSection(text, { heading: 'Install', body: 'x' })).toBe(text);
  expect(markdown.addSection(text, { heading: 'Shop', body: 'x' })).not.toBe(text);
});
