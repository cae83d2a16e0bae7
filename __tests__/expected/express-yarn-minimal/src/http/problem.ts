import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'express';

/** What else a problem tells, besides its status. */
export interface Details {
  detail?: string;
  errors?: { pointer: string; detail: string }[];
}

/** An answer that is no success; thrown by whoever finds it, sent by the error feature. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly details: Details;
  readonly headers: Record<string, string>;

  constructor(status: number, details: Details = {}, headers: Record<string, string> = {}) {
    super(details.detail ?? STATUS_CODES[status] ?? 'Error');
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}

/** Answers with a problem document (RFC 9457). */
export function sendProblem(request: Request, response: Response, problem: Problem): void {
  const { status, details, headers } = problem;
  const title = STATUS_CODES[status] ?? 'Error';
  const { id: requestId } = request;
  response.status(status).set(headers).type('application/problem+json');
  response.send(JSON.stringify({ type: 'about:blank', title, status, ...details, requestId }));
}
