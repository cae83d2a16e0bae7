import { noneOf, type Row, row } from '../validators/rows.ts';
import type { Engine } from './engine.ts';
import type { Target } from './targets.ts';

/** What the engine tells of an image, the parts that are looked at. */
export interface Image {
  readonly Size: number;
  readonly Config: {
    readonly User: string;
    readonly Env: readonly string[] | null;
    readonly Healthcheck?: { readonly Test: readonly string[] };
    readonly Labels: Readonly<Record<string, string>> | null;
  };
  readonly RootFS: { readonly Layers: readonly string[] };
}

const secretName = /(SECRET|PASSWORD|PASSWD|TOKEN|CREDENTIAL|API_?KEY|PRIVATE)[A-Z_]*$/i;
const secretText = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b[a-z][a-z+]+:\/\/[^\s:/@]+:[^\s/@]+@/,
  /\b[A-Z_]*(SECRET|PASSWORD|TOKEN)[A-Z_]*=[^\s$"'][^\s]{3,}/,
  /\b(gh[pousr]|npm|sk|xox[abp])[_-][A-Za-z0-9]{16,}/,
];

/** What the engine tells of an image. */
export async function inspectImage({ ask }: Engine, tag: string): Promise<Image> {
  const [image] = JSON.parse(await ask('image', 'inspect', tag)) as Image[];
  if (!image) throw new Error(`no image ${tag}`);
  return image;
}

/** The base whose layers the image starts with: the longest, where several are below another. */
export async function baseOf(engine: Engine, image: Image, names: readonly string[]) {
  const bases = await Promise.all(names.map((name) => inspectImage(engine, name)));
  const layers = image.RootFS.Layers;
  return bases
    .filter((base) => base.RootFS.Layers.every((layer, index) => layer === layers[index]))
    .sort((one, other) => other.RootFS.Layers.length - one.RootFS.Layers.length)[0];
}

/** User, health check and secrets in what an image says of itself. */
export async function inspectTarget(
  { ask }: Engine,
  { name, tag }: Target,
  { Config }: Image,
): Promise<Row[]> {
  const history = await ask('history', '--no-trunc', '--format', '{{.CreatedBy}}', tag);
  const described = [...(Config.Env ?? []), ...Object.values(Config.Labels ?? {}), history];
  const named = (Config.Env ?? [])
    .filter((entry) => secretName.test(entry.split('=')[0] ?? '') && !entry.endsWith('='))
    .map((entry) => entry.split('=')[0] ?? '');
  const found = secretText.filter((pattern) => described.some((said) => pattern.test(said)));
  const probe = Config.Healthcheck?.Test.slice(0, 2).join(' ') ?? 'none';
  return [
    row(`${name}: numeric user, not root`, /^[1-9]\d*(:\d+)?$/.test(Config.User), Config.User),
    row(`${name}: HEALTHCHECK`, Config.Healthcheck !== undefined, probe),
    noneOf(`${name}: no secret in configuration or history`, [...named, ...found.map(String)]),
  ];
}
