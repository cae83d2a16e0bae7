import { lineOf } from '../lines.ts';
import type { Repository } from '../repository.ts';
import { nearestAbove } from '../upward.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** A manager that the project names itself. */
export interface Pin {
  readonly name: string;
  readonly version: string | undefined;
  readonly at: string;
}

/** `packageManager`, `devEngines`, here or above. */
export function pinOf(manifest: Manifest, text: string, around: Repository): Pin | undefined {
  const own = pinIn(manifest, text, 'package.json');
  if (own) return own;
  const above = nearestAbove(around, 'package.json');
  if (!above) return undefined;
  try {
    return pinIn(readManifest(above.text), above.text, above.path);
  } catch {
    return undefined;
  }
}

function pinIn(
  { packageManager, devEngines }: Manifest,
  text: string,
  path: string,
): Pin | undefined {
  const [, name, version] = /^(\w+)@([^+\s]+)/.exec(packageManager ?? '') ?? [];
  if (name !== undefined)
    return { name, version, at: `${path}:${lineOf(text, '"packageManager"')}` };
  const [engine] = devEngines?.packageManager ?? [];
  return (
    engine && {
      name: engine.name,
      version: engine.version,
      at: `${path}:${lineOf(text, '"devEngines"')}`,
    }
  );
}
