import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'yaml';

/** A step of a job: either `uses` or `run`. */
export interface Step {
  readonly name?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly run?: string;
  /** What it finds fails nothing. */
  readonly 'continue-on-error'?: boolean;
}

/** A container that a job wants beside itself. */
export interface ServiceContainer {
  readonly image: string;
  readonly env?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly (string | number)[];
}

/** A job of a workflow, as far as it is looked at. */
export interface Job {
  readonly if?: string | boolean;
  readonly steps?: readonly Step[];
  readonly services?: Readonly<Record<string, ServiceContainer>>;
}

/** A workflow file. */
export interface Workflow {
  readonly name: string;
  readonly path: string;
  readonly events: readonly string[];
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Document {
  on: string | string[] | Record<string, unknown>;
  jobs: Record<string, Job>;
}

/** Reads a workflow. Rejects where it is no YAML. */
export async function readWorkflow(path: string): Promise<Workflow> {
  const { on, jobs } = parse(await readFile(path, 'utf8')) as Document;
  const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on);
  return { name: basename(path), path, events, jobs };
}

/** What GitHub calls a step in its log. */
export function titleOf({ name, uses, run = '' }: Step): string {
  return name ?? uses?.replace(/@.*/, '') ?? run.split('\n')[0] ?? '';
}
