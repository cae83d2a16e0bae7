import { fileURLToPath } from 'node:url';

/** The folder of a dashboard's static files, which the build makes; the same from src/ as from dist/. */
export function assetFolder(dashboard: string): string {
  return fileURLToPath(new URL(`../dist/assets/${dashboard}`, import.meta.url));
}
