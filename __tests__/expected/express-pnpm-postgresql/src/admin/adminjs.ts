import { join } from 'node:path';
import AdminJS, { Router as dashboard, type ResourceOptions } from 'adminjs';
import express, { type Request, type RequestHandler, Router } from 'express';
import { assetFolder } from '../assets.ts';
import { Problem } from '../http/problem.ts';
import { formFields } from './form.ts';
import type { Model } from './model.ts';
import { sendPage } from './page.ts';
import { ModelResource, NoDatabase } from './resource.ts';

/** What AdminJS answers the requests to its addresses with. */
type Controller = Record<string, (request: object, response: object) => Promise<unknown>>;
type Address = (typeof dashboard.routes)[number];

const ownComponents = join(assetFolder('admin'), 'bundle.js');
/** The blue of our own pages; the side bar hides below the last of the widths. */
const theme = {
  colors: { primary100: '#1d4ed8' },
  breakpoints: ['577px', '769px', '900px', '1024px'],
};
/** Not served: bundling at a request, and a deprecated search. */
const left = ['bundleComponents', 'search'];
const upload = express.raw({ type: 'multipart/form-data', limit: '1mb' });

/** The pages, data and files of AdminJS over our models. */
export function adminPages(title: string, models: readonly Model[]): Router {
  AdminJS.registerAdapter({ Database: NoDatabase, Resource: ModelResource });
  const admin = createDashboard(title, models);
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/frontend/assets/components.bundle.js', sendLibrary(ownComponents));
  for (const { path, src } of dashboard.assets) router.get(path, sendLibrary(src));
  for (const address of dashboard.routes) {
    if (left.includes(address.action)) continue;
    const path = address.path.replaceAll(/\{(\w+)\}/g, ':$1') || '/';
    if (address.method === 'GET') router.get(path, answer(admin, address));
    else router.post(path, upload, answer(admin, address));
  }
  return router;
}

function createDashboard(title: string, models: readonly Model[]): AdminJS {
  return new AdminJS({
    rootPath: '/admin',
    dashboard: { component: 'Dashboard' },
    branding: {
      companyName: title,
      favicon: '/admin/assets/favicon.svg',
      logo: false,
      withMadeWithLove: false,
      theme,
    },
    resources: models.map((resource) => ({ resource, options: optionsOf(resource) })),
  });
}

function optionsOf({ properties }: Model): ResourceOptions {
  const paths = properties.map(({ path }) => path);
  const listed = paths.filter((path) => path !== 'id');
  return {
    navigation: { icon: 'List' },
    sort: { sortBy: 'createdAt', direction: 'desc' },
    listProperties: listed,
    filterProperties: listed,
    showProperties: paths,
  };
}

function sendLibrary(file: string): RequestHandler {
  // Below `node_modules/.pnpm` every path has a folder that begins with a dot.
  const options = { dotfiles: 'allow' } as const;
  const path = file.replace('.development.', '.production.');
  return (_request, response) => response.sendFile(path, options);
}

function answer(admin: AdminJS, { Controller, action }: Address): RequestHandler {
  return async (request, response) => {
    const { params, query } = request;
    mustExist(admin, params);
    const controller: Controller = new Controller({ admin }, { email: request.session.email });
    const method = request.method.toLowerCase();
    const payload = await formFields(request);
    const result = await controller[action]?.({ params, query, method, payload }, response);
    if (typeof result === 'string') sendPage(response, result);
    else response.json(result);
  };
}

function mustExist(admin: AdminJS, { resourceId, action }: Request['params']): void {
  if (resourceId === undefined) return;
  const resource = admin.resources.find((known) => known.id() === resourceId);
  const actions = resource?.decorate().actions ?? {};
  const exists = typeof action === 'string' ? Object.hasOwn(actions, action) : resource;
  if (!exists) throw new Problem(404);
}
