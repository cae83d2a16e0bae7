import fc from 'fast-check';
import { appOf } from '../facts.ts';
import { fixtures, run, runAll, six, type Texts, withoutSecrets } from '../run.ts';
import { dangling } from './dangling.ts';
import { lost } from './lost.ts';

/** Answers that a user could give in an existing project. */
const given: Readonly<Record<string, object>> = {
  'what is found': {},
  'PostgreSQL, Redis and metrics': {
    database: 'postgresql',
    cache: 'redis',
    monitoring: 'prometheus',
  },
};
const pairs = six.flatMap((a, i) => six.slice(i + 1).map((b) => [a, b] as const));

/** Where every pair and twenty orders are tried; of the others a sample, by the seed in its title. */
const thorough = new Set(['express-plain']);

/** A number that is always the same for a name. */
const seedOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7);

const sampled = <T>(arbitrary: fc.Arbitrary<T>, seed: number, numRuns: number): readonly T[] =>
  fc.sample(arbitrary, { seed, numRuns });

describe.each(Object.keys(fixtures).map((name) => [name, seedOf(name)] as const))(
  '%s, seed %d',
  (name, seed) => {
    const before = fixtures[name] as Texts;
    describe.each(Object.keys(given))('with %s', (title) => {
      const choice = { ...given[title], ...appOf(name) };
      const all = thorough.has(name);
      let whole: Texts;
      beforeAll(async () => {
        whole = withoutSecrets(await run(before, 'app', choice));
      });

      test('app makes no sample, loses nothing, and a second run changes nothing', async () => {
        expect(whole['src/todos/routes.ts']).toBeUndefined();
        expect(lost(before, whole)).toEqual([]);
        expect(withoutSecrets(await run(whole, 'app', choice))).toEqual(whole);
        expect(dangling(whole)).toEqual(dangling(before));
      });

      // Every generator alone with what is found; with the other answers a sample of each.
      const plain = title === 'what is found';
      test.each(all || plain ? six : sampled(fc.constantFrom(...six), seed, 1))(
        '%s alone: loses nothing, dangles nothing, and a second run changes nothing',
        async (generator) => {
          const once = await run(before, generator, choice);
          expect(lost(before, once)).toEqual([]);
          expect(dangling(once)).toEqual(dangling(before));
          expect(await run(once, generator, choice)).toEqual(once);
        },
      );

      const tried = all ? pairs : sampled(fc.constantFrom(...pairs), seed, 1);
      test.each(tried)(
        '%s and %s: either order, from none and from the other four',
        async (a, b) => {
          const others = six.filter((each) => each !== a && each !== b);
          const base = await runAll(before, others, choice);
          for (const start of [before, base]) {
            const one = withoutSecrets(await runAll(start, [a, b], choice));
            const two = withoutSecrets(await runAll(start, [b, a], choice));
            expect(one).toEqual(two);
            if (start === base) expect(one).toEqual(whole);
          }
        },
      );

      test('random orders of the six end where app ends', async () => {
        const shuffled = fc.shuffledSubarray([...six], { minLength: six.length });
        for (const order of sampled(shuffled, seed, all ? 20 : 1)) {
          const end = withoutSecrets(await runAll(before, order, choice));
          expect({ order, end }).toEqual({ order, end: whole });
        }
      });
    });
  },
);
