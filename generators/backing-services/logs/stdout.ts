import type { Row } from '../../../lib/types.ts';

/** Logs are lines on standard output, and nothing else: whoever runs the app takes them on. */
export const stdout: Row = {
  name: 'stdout',
  title: 'JSON lines on standard output',
  stacks: { express: {}, django: {} },
};
