import { fact } from '../../facts.ts';
import type { Facts, Files } from '../../types.ts';
import { dockerfilesIn } from './start/dockerfile.ts';

/** The Dockerfile of the service, that of production where there are several. */
export function dockerfileOf(files: Files, base: string): Facts['dockerfile'] {
  const [path] = dockerfilesIn(files, base);
  return path === undefined ? undefined : fact(path, `${path}:1`);
}
