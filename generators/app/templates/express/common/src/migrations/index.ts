import type { Migration } from 'kysely/migration';
// <%- imports %>

/** Every migration by name; they run in the order of their names. */
export const migrations: Record<string, Migration> = {<%- migrations %>};
