import type { Page } from 'playwright-core';
import { asList, type Json } from '../json.ts';

const GRAVE = ['serious', 'critical'];

/** The serious and critical findings of axe-core in a page, as `rule (times)`. */
export async function graveFindings(page: Page): Promise<readonly string[]> {
  const { default: axe } = await import('axe-core');
  // Asked through the browser's debugger: the page's own policy forbids scripts put into it.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'axe.run().then(({ violations }) => violations)',
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const found: readonly Json[] = asList(result.value, 'the findings of axe-core');
  const grave = found.filter(({ impact }) => GRAVE.includes(String(impact)));
  return grave.map(({ id, nodes }) => `${String(id)} (${asList(nodes, 'nodes').length})`);
}
