import { concerns } from '../generators/concerns.ts';
import { parseArguments } from '../lib/arguments.ts';
import { examples } from '../lib/examples.ts';
import { helpText } from '../lib/help.ts';
import { flags, operands, optionsOf, parseValue } from '../lib/options.ts';

/** How an example begins. */
const calls = { imagine: /^imagine /, yo: /^yo imagine(?::| )/ } as const;
const names = concerns.map(({ name }) => name);
const each = (['imagine', 'yo'] as const).flatMap((door) => names.map((name) => [door, name]));

test.each(each as [keyof typeof calls, string][])(
  '%s %s: help in 80 columns, with examples',
  (door, name) => {
    const text = helpText(concerns, name, door);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const own = concerns.filter((each) => name === 'app' || each.name === name);
    for (const option of [...optionsOf(own), ...operands, ...flags])
      if (door === 'imagine' || option.name !== 'version')
        expect(text).toContain(`  --${option.name} `);
    const shown = text.split('Examples:\n')[1]?.match(/^ {2}\S.*$/gm) ?? [];
    expect(shown.length).toBeGreaterThan(0);
    for (const line of shown) expect(line.trim()).toMatch(calls[door]);
  },
);

test.each(examples.map((each) => [each.words, each] as const))('imagine %s', (words, example) => {
  const { generator, given } = parseArguments(words.split(' '), concerns, () => false);
  expect(generator).toBe(example.generator);
  expect(helpText(concerns, generator)).toContain(`imagine ${words}\n`);
  for (const [name, value] of Object.entries(given)) {
    const option = optionsOf(concerns).find((each) => each.name === name);
    if (option) expect(() => parseValue(option, value)).not.toThrow();
  }
});

test('a path is a folder, however near to the name of a generator', () => {
  for (const path of ['./pp', './docker', 'a/ci', '/cy']) {
    const { generator, directory } = parseArguments([path], concerns, () => false);
    expect({ generator, directory }).toEqual({ generator: 'app', directory: path });
  }
});
