import { graveFindings } from '../browser/accessibility.ts';
import { addTodo, logInAsPerson } from '../browser/admin-flows.ts';
import { type Sight, withPage } from '../browser/open.ts';
import { inDevelopment, inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { allTodos } from '../todos.ts';
import type { Check, Subject } from '../types.ts';

function expectClean({ foreign, errors }: Sight): void {
  expect(foreign.length === 0, `asks other hosts: ${[...new Set(foreign)].join(', ')}`);
  expect(errors.length === 0, `errors in the console: ${errors.slice(0, 3).join(' | ')}`);
}

/** What axe-core finds in pages that come from other projects: told, not held against the app. */
async function remark(sight: Sight): Promise<string | undefined> {
  const findings = await graveFindings(sight.page);
  return findings.length > 0 ? `accessibility of the widget: ${findings.join(', ')}` : undefined;
}

/** The pages, as a person uses them. */
export const browser: readonly Check[] = [
  {
    id: 'browser.swagger',
    line: 'Swagger UI: a request can be tried; nothing from other hosts, no console errors',
    needs: ['browser', 'swagger'],
    run: async (app) => {
      const web = await inDevelopment(app);
      return withPage(app, web, async (sight) => {
        const { page } = sight;
        await page.goto(`${web.base}/docs`);
        const row = page.locator('.opblock-get').first();
        await row.locator('.opblock-summary').click();
        // Where a request can be tried at once, this button would take that back.
        const execute = row.locator('.execute');
        await row.locator('.try-out__btn').waitFor();
        if (!(await execute.isVisible())) await row.locator('.try-out__btn').click();
        await execute.click();
        const status = row.locator('.live-responses-table .response-col_status').last();
        const text = (await status.textContent()) ?? '';
        await status.scrollIntoViewIfNeeded();
        await sight.picture('swagger');
        expect(/200/.test(text), `the tried request answers ${text}`);
        expectClean(sight);
        return remark(sight);
      });
    },
  },
  {
    id: 'browser.graphiql',
    line: 'GraphiQL: a query can be run; nothing from other hosts, no console errors',
    needs: ['browser', 'graphiql'],
    run: async (app) => {
      const web = await inDevelopment(app);
      return withPage(app, web, async (sight) => {
        const { page } = sight;
        const query = encodeURIComponent('{ answer: __typename }');
        await page.goto(`${web.base}/graphql?query=${query}`);
        await page.locator('.graphiql-execute-button').click();
        const result = page.locator('.result-window');
        await result.getByText('"answer"').or(result.getByText('answer')).first().waitFor();
        await sight.picture('graphiql');
        const text = (await result.textContent()) ?? '';
        expect(/answer[\s\S]*Query/.test(text), `the query answers ${text.slice(0, 100)}`);
        expectClean(sight);
        return remark(sight);
      });
    },
  },
  {
    id: 'browser.admin',
    line: 'admin: a person logs in and makes a todo that the API shows; nothing from other hosts',
    needs: ['browser', 'admin'],
    run: async (app) => {
      const admin = await app.shared('admin');
      return withPage(app, admin, async (sight) => {
        const { page } = sight;
        await page.goto(`${admin.base}/admin`);
        await page.locator('input[type=password]').waitFor();
        const found = await remark(sight);
        await sight.picture('admin-login');
        await logInAsPerson(page, app, admin.base);
        const title = `Made by a person ${Date.now()}`;
        await addTodo(page, app, title);
        await sight.picture('admin-todos');
        expectClean(sight);
        await expectShown(app, title);
        return found;
      });
    },
  },
];

async function expectShown(app: Subject, title: string): Promise<void> {
  if (!app.features.has('rest')) return;
  const todos = await allTodos(await inProduction(app));
  const shown = todos.some((todo) => todo.title === title);
  expect(shown, 'the API does not show the todo that the admin made');
}
