import { concerns } from '../../generators/concerns.ts';
import { optionsOf, valuesOf } from '../../lib/options.ts';
import { allPairs } from '../pairs.ts';
import { fixtures, run, runAll, six, type Texts, withoutSecrets } from '../run.ts';
import { titleOf } from './choices.ts';
import { dangling } from './dangling.ts';
import { lost } from './lost.ts';

/** What is found in a project, and not chosen. */
const found = new Set(['stack', 'package-manager', 'server', 'api']);
const menus = Object.fromEntries(
  optionsOf(concerns)
    .filter((option) => !found.has(option.name) && valuesOf(option).length > 1)
    .map((option) => {
      const values = valuesOf(option);
      const rows = values.filter((value) => value !== 'none');
      return [option.name, option.kind === 'many' ? [...values, rows.join(',')] : values];
    }),
);
const choices = allPairs(menus);
const names = Object.keys(fixtures);

/** Every choice stands beside as many projects as there are rounds, each time others. */
const rounds = Math.max(2, Math.ceil(names.length / choices.length));
const cases = choices.flatMap((choice, index) =>
  Array.from({ length: rounds }, (_, round) => {
    const name = names[(index + round * choices.length) % names.length] as string;
    return [name, titleOf(choice), choice] as const;
  }),
);

test('every project stands beside some choice', () => {
  expect(new Set(cases.map(([name]) => name)).size).toBe(names.length);
});

test.each(cases)(
  '%s with %s: loses nothing, dangles nothing, in either order',
  async (name, _, choice) => {
    const before = fixtures[name] as Texts;
    const whole = withoutSecrets(await run(before, 'app', choice));
    expect(lost(before, whole)).toEqual([]);
    expect(dangling(whole)).toEqual(dangling(before));
    expect(withoutSecrets(await run(whole, 'app'))).toEqual(whole);
    expect(withoutSecrets(await runAll(before, [...six].reverse(), choice))).toEqual(whole);
  },
);
