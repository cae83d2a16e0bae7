import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { browserPath } from '../features.ts';
import type { Running, Subject } from '../types.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page, and what went wrong in it so far. */
export interface Sight {
  readonly page: Page;
  /** Requests to other hosts; they are not let through. */
  readonly foreign: readonly string[];
  /** Errors of the console (broken rules of the Content-Security-Policy too) and of scripts. */
  readonly errors: readonly string[];
  /** Saves a picture of the page, where screenshots are wanted. */
  picture(name: string): Promise<void>;
}

/** Opens a browser of its own on one app, runs, and closes it. */
export async function withPage<T>(
  app: Subject,
  web: Running,
  run: (sight: Sight) => Promise<T>,
): Promise<T> {
  const { chromium } = await import('playwright-core');
  const executablePath = browserPath() ?? '';
  const browser = await chromium.launch({ executablePath, args: FLAGS, headless: true });
  try {
    return await run(await sightOf(browser, app, web));
  } finally {
    await browser.close();
  }
}

async function sightOf(browser: Browser, app: Subject, web: Running): Promise<Sight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const foreign: string[] = [];
  const errors: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(web.base) || /^(data|blob):/.test(url)) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, foreign, errors, picture: (name) => picture(page, app.screenshots, name) };
}

async function picture(page: Page, folder: string | undefined, name: string): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
