import { metIn } from '../errors.ts';
import { type Repository, upwards } from './repository.ts';

const workflow = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** Rejects with ImagineError at the place of the first workflow that can't be parsed. */
export async function checkWorkflows({ files, path }: Repository): Promise<void> {
  const found = files.list().filter((each) => workflow.test(each));
  if (found.length === 0) return;
  const { get } = await import('../documents/yaml.ts');
  for (const each of found) {
    try {
      get(files.read(each) ?? '', []);
    } catch (error) {
      throw metIn('../'.repeat(upwards(path).length - 1) + each, error);
    }
  }
}
