/** What the app reads from its environment, checked once at the start; no message shows a value. */

// <%- load %>
const problems = [];

function read(name, rule = {}) {
  const value = process.env[name];
  if (value === undefined || value === '') {
    if (rule.required) problems.push(`${name} is missing`);
    return rule.fallback;
  }
  if (rule.pattern && !rule.pattern.test(value))
    problems.push(`${name} is malformed`);
  return value;
}

/** Every variable by its name. */
export const environment = {
  // <%- variables %>
};

if (problems.length > 0) {
  process.stderr.write(
    `The environment is not right: ${problems.join(', ')} (see .env.example)\n`,
  );
  process.exit(78);
}
