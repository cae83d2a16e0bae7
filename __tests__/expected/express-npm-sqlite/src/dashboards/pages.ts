import express, { type RequestHandler } from 'express';
import { assetFolder } from '../assets.ts';

/** What every page of ours may load: its own host's files and nothing else. */
const own = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'connect-src': "'self'",
  'font-src': "'self' data:",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'img-src': "'self' data:",
  'script-src': "'self'",
  'style-src': "'self'",
  'worker-src': "'self'",
};

/** A Content-Security-Policy for our own files, widened where a page must have more. */
export function policy(wider: Partial<typeof own> = {}): string {
  const directives = Object.entries({ ...own, ...wider });
  return directives.map(([name, sources]) => `${name} ${sources}`).join('; ');
}

/** Sets the policy of a page and of the workers that it starts. */
export function withPolicy(text: string): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', text);
    next();
  };
}

/** Serves a dashboard's files. */
export function files(dashboard: string): RequestHandler {
  return express.static(assetFolder(dashboard), { index: false, redirect: false });
}

/** Serves a dashboard's page. */
export function page(dashboard: string): RequestHandler {
  return (_request, response) => {
    response.sendFile('index.html', { root: assetFolder(dashboard) });
  };
}
