import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines } from '../validators/command.ts';
import { completeLock } from '../validators/lock.ts';
import { type Row, report, row } from '../validators/rows.ts';
import { buildTarget } from './build.ts';
import { bringUp, ownImages, projectOf, type Service, servicesOf } from './compose.ts';
import { type Context, copyApp } from './context.ts';
import { type Engine, startEngine } from './engine.ts';
import { baseOf, inspectImage, inspectTarget } from './inspect.ts';
import { walkLayers } from './layers.ts';
import { runLocked } from './lockdown.ts';
import { writeSettings } from './settings.ts';
import { projectName, sweep } from './sweep.ts';
import { basesOf, type Target, targetsOf } from './targets.ts';
import { createTodo, doorOf, findTodo } from './todos.ts';

const megabyte = 1e6;

/** Megabytes that a web image may add to its base: Node's is a bundle, Python's the libraries. */
async function limitOf(folder: string): Promise<number> {
  return access(join(folder, 'pyproject.toml')).then(
    () => 120,
    () => 40,
  );
}

async function checkTarget(
  engine: Engine,
  context: Context,
  target: Target,
  secrets: readonly string[],
): Promise<Row[]> {
  const { folder, scratch } = context;
  const built = await buildTarget(engine, folder, target);
  if (built.at(-1)?.result === 'failed') return built;
  const image = await inspectImage(engine, target.tag);
  const base = await baseOf(engine, image, await basesOf(folder));
  const added = (image.Size - (base?.Size ?? 0)) / megabyte;
  const size = row(
    `${target.name}: size over its base`,
    base !== undefined && (target.name !== 'web' || added <= (await limitOf(folder))),
    `${added.toFixed(1)} MB`,
  );
  const below = base?.RootFS.Layers.length ?? 0;
  const described = await inspectTarget(engine, target, image);
  const walked = await walkLayers(engine, target, { folder, scratch, below, secrets });
  return [...built, size, ...described, ...walked];
}

async function checkCompose(
  engine: Engine,
  { folder, scratch }: Context,
  targets: readonly Target[],
): Promise<Row[]> {
  const project = projectOf(engine, folder, projectName);
  const config = await project.compose('config', '--quiet');
  const rows = [row('compose: config', config.code === 0, lastLines(config.stderr, 5) || 'valid')];
  const services = await servicesOf(project);
  try {
    rows.push(await bringUp(project, 'compose: up, everything healthy'));
    const door = doorOf(services.web);
    const { made, at } = await createTodo(door);
    rows.push(made);
    const down = await project.compose('down');
    rows.push(row('compose: down', down.code === 0, lastLines(down.stderr, 1)));
    rows.push(await bringUp(project, 'compose: up again'));
    rows.push(await findTodo(door, at));
    for (const target of targets) {
      const service: Service = services[target.name] ?? {};
      rows.push(...(await runLocked(engine, target, { project: projectName, service, scratch })));
    }
  } finally {
    const end = await project.compose('down', '--volumes', '--rmi', 'local', '--remove-orphans');
    await engine.docker('image', 'rm', '--force', ...ownImages(services));
    rows.push(row('compose: down -v', end.code === 0, lastLines(end.stderr, 1)));
  }
  return rows;
}

async function checkImage(app: string, port: number): Promise<Row[]> {
  const engine = await startEngine();
  await sweep(engine);
  const context = await copyApp(app);
  const targets = await targetsOf(context.folder, projectName);
  try {
    const settings = Object.entries(await writeSettings(context, port));
    const secrets = settings.flatMap(([, value]) =>
      value && /^\w{32,}$/.test(value) ? [value] : [],
    );
    const stages = targets.map(({ name }) => name).join(', ');
    const rows = [
      row('Dockerfile: has the stage web', targets[0]?.name === 'web', stages),
      await completeLock(context.folder),
    ];
    for (const target of targets) {
      rows.push(...(await checkTarget(engine, context, target, [context.canary, ...secrets])));
    }
    return [...rows, ...(await checkCompose(engine, context, targets))];
  } finally {
    await engine.docker('image', 'rm', '--force', ...targets.map(({ tag }) => tag));
    await rm(context.scratch, { recursive: true, force: true });
  }
}

const [app, port = '22080'] = process.argv.slice(2);
if (app === undefined) {
  console.error('usage: check-image.ts <app directory> [port]');
  process.exit(2);
}
process.exitCode = report(await checkImage(app, Number(port)));
