import type { Command } from './command.ts';
// <%- imports %>

/** Every one-off command. */
export const commands: readonly Command[] = [<%- commands %>];
