/**
 * What the app reads from its environment, checked once at the start; no
 * message shows a value.
 */
// <%- files %>
import { exit } from 'node:process';
// <%- load %>

interface Rule {
  readonly required?: boolean;
  readonly fallback?: string;
  readonly pattern?: RegExp;
}

interface Environment {
  // <%- types %>
}

const problems: string[] = [];

function read(
  name: string,
  rule: Rule & ({ required: true } | { fallback: string }),
): string;
function read(name: string, rule?: Rule): string | undefined;
function read(name: string, rule: Rule = {}): string | undefined {
  const { [name]: value = '' } = process.env;
  if (value === '') {
    if (rule.required === true) {
      problems.push(`${name} is missing`);
    }
    return rule.fallback;
  }
  if (rule.pattern && !rule.pattern.test(value)) {
    problems.push(`${name} is malformed`);
  }
  return value;
}

/**
 * Every variable by its name.
 *
 * @public
 */
export const environment: Environment = {
  // <%- variables %>
};

if (problems.length > 0) {
  const all = problems.join(', ');
  process.stderr.write(
    `The environment is not right: ${all} (see <%= env-example %>)\n`,
  );
  exit(78);
}
