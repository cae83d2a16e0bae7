import { combine } from '../../lib/declare.ts';
import { needs, needsInDevelopment } from '../../lib/lines.ts';
import { codeOf } from '../../lib/retrofit/code.ts';
import { canServe, serverPart } from '../../lib/retrofit/listening.ts';
import { moduleOf } from '../../lib/retrofit/module.ts';
import { askedAtReady } from '../../lib/retrofit/readiness.ts';
import type { Declarations, Project } from '../../lib/types.ts';

const folder = 'backing-services/templates/existing/node';

/** The client of a service in code that is there: its package, and a new module that connects. */
interface Client {
  /** The name of the template, and the names that its file may have. */
  readonly template: string;
  readonly names: readonly string[];
  /** What the module gives to ask whether the service answers. */
  readonly check: string;
  readonly packages: readonly string[];
  /** Only for TypeScript. */
  readonly types?: readonly string[];
}

/** What a chosen service brings to a project of Node. */
export const client =
  ({ template, names, check, packages, types = [] }: Client) =>
  (project: Project): Declarations => {
    const code = codeOf(project);
    const typed = code?.flavour === 'ts' ? types : [];
    const dependencies = [...needs(...packages), ...needsInDevelopment(...typed)];
    if (!code) return { dependencies };
    const module = moduleOf(project, code, `${folder}/${template}`, names);
    return {
      dependencies,
      files: [module.file],
      lines: askedAtReady(project, code, module, check),
    };
  };

/** Metrics in front of the server; a project that counts already is left alone. */
export function metrics(project: Project): Declarations {
  const { stack, theirs } = project;
  const code = codeOf(project);
  if (/"prom-client"|"express-prom-bundle"/.test(theirs.read(stack.language.manifest) ?? ''))
    return {};
  if (!code || !canServe(project)) {
    const message = 'Prometheus is left to you: nothing was found that listens';
    return { notes: [{ file: stack.language.manifest, message }] };
  }
  return combine([
    { dependencies: needs('prom-client') },
    serverPart(project, code, {
      template: `${folder}/prometheus`,
      names: ['metrics', 'server-metrics'],
      verb: 'serveMetrics',
      takes: 'answerFirst Listener onServer',
    }),
  ]);
}
