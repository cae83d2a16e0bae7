/** The order of an app's commands, wherever they are listed. */
export const commandOrder: readonly string[] = [
  ...['help', 'install', 'setup', 'services', 'dev', 'build', 'release', 'start', 'start:admin'],
  ...['manage', 'lint', 'format', 'typecheck', 'test', 'coverage', 'check', 'quality'],
];
