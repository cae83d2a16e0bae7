import { concerns } from '../generators/concerns.ts';
import { answersSchema } from '../lib/answers-schema.ts';
import { optionsOf, parseValue, valuesOf } from '../lib/options.ts';
import { choices } from './laws/choices.ts';

interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Shape;
}

const options = optionsOf(concerns);
const { properties } = answersSchema(options) as { properties: Record<string, Shape> };

test('the schema has every option, with the values that the tool takes, and no other', () => {
  expect(Object.keys(properties).sort()).toEqual(options.map(({ name }) => name).sort());
  for (const option of options) {
    const { enum: values = properties[option.name]?.items?.enum ?? [] } =
      properties[option.name] ?? {};
    expect([option.name, values]).toEqual([option.name, valuesOf(option)]);
    for (const value of values) expect(() => parseValue(option, value)).not.toThrow();
    if (values.length > 0) expect(() => parseValue(option, 'zzzzzz')).toThrow(option.name);
  }
});

test('the choices of the laws fit the schema', () => {
  const fits = ({ type, enum: values, items }: Shape, answer: unknown): boolean => {
    if (type === 'array')
      return String(answer)
        .split(',')
        .every((each) => fits(items ?? {}, each));
    if (values) return values.includes(String(answer));
    return type === (typeof answer === 'number' ? 'integer' : typeof answer);
  };
  const given = choices.flatMap((choice) => Object.entries(choice));
  expect(given.length).toBeGreaterThan(5);
  for (const [name, answer] of given)
    expect([name, answer, fits(properties[name] ?? { enum: [] }, answer)]).toEqual([
      name,
      answer,
      true,
    ]);
});
