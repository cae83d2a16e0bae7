import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { Problem } from './problem.ts';

const parse = express.json({
  limit: '100kb',
  strict: false,
  inflate: false,
  verify(_request, _response, body, charset) {
    if (charset !== 'utf-8') throw new Problem(415, { detail: 'The body must be UTF-8' });
    // Decoding would keep a mark in the place of each wrong byte.
    if (!isUtf8(body)) throw new Problem(400, { detail: 'The body must be UTF-8' });
  },
});

/** Reads a body of JSON: another type is 415, more than 100 kB 413, broken JSON 400, none is `{}`. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (request.is('application/json') === false) {
    throw new Problem(415, { detail: 'The body must be application/json' });
  }
  parse(request, response, (error) => {
    if (error === undefined && request.body === undefined) request.body = {};
    next(error);
  });
};
