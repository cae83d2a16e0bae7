import express, { type RequestHandler } from 'express';
import { Problem } from './problem.ts';

const parse = express.json({ limit: '100kb', strict: false });

/** Reads a body of JSON: another type is 415, more than 100 kB 413, broken JSON 400. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (request.is('application/json') === false) {
    throw new Problem(415, { detail: 'The body must be application/json' });
  }
  parse(request, response, next);
};
