import { type Fact, fact } from '../facts.ts';
import { type Repository, upwards } from './repository.ts';

const providers =
  /^(?:\.gitlab-ci\.ya?ml|\.circleci\/config\.ya?ml|Jenkinsfile|\.travis\.yml|azure-pipelines\.ya?ml|bitbucket-pipelines\.yml|\.drone\.ya?ml|\.woodpecker\.ya?ml|\.woodpecker\/[^/]+\.ya?ml|appveyor\.yml|\.buildkite\/pipeline\.ya?ml|\.github\/workflows\/[^/]+\.ya?ml)$/;

/** The files of continuous integration at the repository's root, relative to the project. */
export function ciOf({ files, path }: Repository): Fact<readonly string[]> | undefined {
  const up = '../'.repeat(upwards(path).length - 1);
  const found = files
    .list()
    .filter((each) => providers.test(each))
    .map((each) => up + each);
  return found.length > 0 ? fact(found, ...found.map((each) => `${each}:1`)) : undefined;
}
