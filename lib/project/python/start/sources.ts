import type { Gathered } from '../gathered.ts';
import { inCompose, inImage } from './image.ts';
import { onPlatform } from './platforms.ts';
import type { Around, Found } from './real.ts';
import { inScripts } from './scripts.ts';
import { byUwsgi } from './uwsgi.ts';

/** The web process as a platform's file, an image, a compose file or a script starts it. */
export async function startIn(
  { files, manifests }: Gathered,
  around: Around,
): Promise<Found | undefined> {
  return (
    onPlatform(files, manifests.base, around) ??
    marked(inImage(files, manifests.base, around)) ??
    marked(await inCompose(files, around)) ??
    inScripts(files, manifests, around) ??
    byUwsgi(files, manifests)
  );
}

const marked = (found: Found | undefined): Found | undefined =>
  found && { ...found, inImage: true };
