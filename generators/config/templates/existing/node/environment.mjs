/**
 * What the app reads from its environment, checked once at the start; no
 * message shows a value.
 */
// <%- files %>
import { exit } from 'node:process';
// <%- load %>

/** @type {string[]} */
const problems = [];

/**
 * The value of a variable.
 * @param {string} name
 * @param {{ required?: boolean, fallback?: string, pattern?: RegExp }} [rule]
 */
function read(name, rule = {}) {
  const { [name]: value = '' } = process.env;
  if (value === '') {
    if (rule.required) {
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
export const environment = {
  // <%- variables %>
};

if (problems.length > 0) {
  const all = problems.join(', ');
  process.stderr.write(
    `The environment is not right: ${all} (see <%= env-example %>)\n`,
  );
  exit(78);
}
