import { servingOf } from '../../../lib/existing/serving.ts';
import type { Project } from '../../../lib/types.ts';

/** Encrypted, or by a file: what asks over HTTP on a port gets no answer. */
const otherwise = /\b(?:https|http2|ssl_context|SSLContext)\b/;
const elsewhere = /--(?:certfile|ssl|uds|fd)\b|\bunix:/;

/** Whether the image's process is for sure the code into which health is put, on a port over HTTP. */
export function startsEntry(project: Project): boolean {
  const { facts, port, theirs } = project;
  const words = servingOf(project)?.words ?? [];
  const command = words.join(' ');
  const [target = ''] = facts.application?.value.split('(') ?? [];
  const entry = facts.entry?.value ?? '';
  const isPython = target !== '' && (command.includes(target) || words.includes(entry));
  const isNode = words[0] === 'node' && facts.start !== undefined && facts.listen !== undefined;
  const isSaid = /\bPORT\b/.test(command) || command.includes(String(port));
  const isKnown = facts.port !== undefined || facts.portVariable !== undefined || isSaid;
  const serving = [entry, facts.listen?.value.file ?? entry].map((path) => theirs.read(path) ?? '');
  return (
    (isPython || isNode) &&
    isKnown &&
    !elsewhere.test(command) &&
    !serving.some((text) => otherwise.test(text))
  );
}
