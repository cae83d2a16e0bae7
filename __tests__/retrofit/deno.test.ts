import { planOver, type Texts } from '../run.ts';

const deno: Texts = {
  'deno.json': '{"tasks":{"start":"deno run --allow-net main.ts"}}\n',
  'main.ts':
    'import { Application } from "jsr:@oak/oak@^17";\nconst app = new Application();\nawait app.listen({ port: Number(Deno.env.get("PORT") ?? 8000) });\n',
};

test("Deno's code is left alone, and what is not done is told", async () => {
  const { changes, notes } = await planOver(deno, 'app');
  const made = changes.map(({ path }) => path).filter((path) => !path.startsWith('.imagine/'));
  expect(made.sort()).toEqual(['.env.example', '.gitignore', '.yo-rc.json', 'README.md']);
  expect(notes).toEqual([
    { file: 'deno.json', message: expect.stringContaining('Not done: the check of the environ') },
  ]);
});

test('with a package.json beside, it is a project of Node', async () => {
  const { facts } = await planOver({ ...deno, 'package.json': '{ "type": "module" }\n' }, 'config');
  expect(facts.entry?.value).toBe('main.ts');
});
