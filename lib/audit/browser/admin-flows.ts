import type { Page } from 'playwright-core';
import type { Subject } from '../types.ts';

/** How a person makes a todo in an admin: a row for each admin that apps have. */
export interface AdminFlow {
  /** The link that leads to the todos. */
  readonly list: RegExp;
  /** The link that leads to the form of a new one. */
  readonly add: RegExp;
  readonly save: RegExp;
}

const FLOWS: Readonly<Record<string, AdminFlow>> = {
  node: { list: /todos?$/i, add: /create new|add|new/i, save: /^(save|create)$/i },
  python: { list: /^todos?$/i, add: /^add todo|^add$/i, save: /^save$/i },
};

/** Logs in as a person does; the page is the admin after it. */
export async function logInAsPerson(page: Page, app: Subject, base: string): Promise<void> {
  await page.goto(`${base}/admin`);
  await page.locator('input[type=password]').waitFor();
  await page.locator('input[name=email], input[name=username]').first().fill(app.secrets.email);
  await page.locator('input[type=password]').fill(app.secrets.password);
  await page.locator('input[type=password]').press('Enter');
  await page.waitForURL((url) => !/login/i.test(url.pathname));
}

/** Makes a todo in the admin. */
export async function addTodo(page: Page, app: Subject, title: string): Promise<void> {
  const { list, add, save } = FLOWS[app.language.name] ?? {
    list: /todo/i,
    add: /add/i,
    save: /save/i,
  };
  await page.getByRole('link', { name: list }).first().click();
  await page.getByRole('link', { name: add }).first().click();
  await page.locator('input[name=title], textarea[name=title], #title').first().fill(title);
  await page.getByRole('button', { name: save }).first().click();
  await page.getByText(title).first().waitFor();
}
