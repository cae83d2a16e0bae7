/** A program that looks at some of an app's files; its exit code is 0 only without a finding. */
export interface Validator {
  readonly name: string;
  readonly files: RegExp;
  readonly command: readonly string[];
  /** whether it is given the files; else it finds them itself */
  readonly named?: false;
}

const workflows = /^\.github\/workflows\/.*\.ya?ml$/;

const schema = (name: string) => ['check-jsonschema', '--builtin-schema', `vendor.${name}`];

const yamllint = JSON.stringify({
  extends: 'relaxed',
  rules: {
    'line-length': { max: 120, 'allow-non-breakable-inline-mappings': true },
  },
});

/** Every validator, in the order of running. */
export const validators: readonly Validator[] = [
  { name: 'actionlint', files: workflows, command: ['actionlint', '-no-color'] },
  {
    name: 'zizmor',
    files: /^\.github\/(workflows\/.*|dependabot)\.ya?ml$/,
    command: ['zizmor', '--offline', '--no-progress', '--color=never'],
  },
  { name: 'workflow schema', files: workflows, command: schema('github-workflows') },
  {
    name: 'dependabot schema',
    files: /^\.github\/dependabot\.ya?ml$/,
    command: schema('dependabot'),
  },
  {
    name: 'compose schema',
    files: /(^|\/)(docker-)?compose[^/]*\.ya?ml$/,
    command: schema('compose-spec'),
  },
  {
    name: 'hadolint',
    files: /(^|\/)Dockerfile(\.(?!dockerignore)\w+)?$/,
    command: ['hadolint', '--no-color'],
  },
  {
    name: 'yamllint',
    files: /^(?!.*pnpm-lock).*\.ya?ml$/,
    command: ['yamllint', '--strict', '--format', 'parsable', '-d', yamllint],
  },
  { name: 'shellcheck', files: /\.sh$/, command: ['shellcheck'] },
  {
    name: 'gitleaks',
    files: /./,
    command: ['gitleaks', 'dir', '--no-banner', '--no-color', '--redact', '--verbose', '.'],
    named: false,
  },
];
