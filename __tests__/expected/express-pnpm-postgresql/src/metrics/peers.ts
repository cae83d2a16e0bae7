import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AggregatorRegistry, register } from 'prom-client';
import * as z from 'zod';

/** What the workers of a cluster say to each other, by way of their parent. */
const Question = z.object({ metricsWanted: z.uuid() });
const Answer = z.object({ metricsOf: z.uuid(), metrics: z.array(z.looseObject({})) });

/** Milliseconds to wait for the figures of the other workers. */
const patience = 500;

/** Answers the other workers of a cluster; a process that is alone has none. */
export function answerPeers(): void {
  if (!process.send) return;
  process.on('message', async (message) => {
    const question = Question.safeParse(message);
    if (!question.success) return;
    const metrics = await register.getMetricsAsJSON();
    process.send?.({ metricsOf: question.data.metricsWanted, metrics });
  });
}

/** The figures of all workers as Prometheus reads them. */
export async function gatherMetrics(workers: number): Promise<string> {
  if (!process.send || workers === 1) return register.metrics();
  const parts = await Promise.all([register.getMetricsAsJSON(), askPeers(workers - 1)]);
  return AggregatorRegistry.aggregate([parts[0], ...parts[1]]).metrics();
}

async function askPeers(count: number) {
  const id = randomUUID();
  const answers: object[][] = [];
  const { promise: complete, resolve } = Promise.withResolvers<void>();
  const listen = (message: unknown) => {
    const answer = Answer.safeParse(message);
    if (answer.data?.metricsOf === id) answers.push(answer.data.metrics);
    if (answers.length === count) resolve();
  };
  process.on('message', listen);
  process.send?.({ metricsWanted: id });
  await Promise.race([complete, sleep(patience)]);
  process.off('message', listen);
  return answers;
}
