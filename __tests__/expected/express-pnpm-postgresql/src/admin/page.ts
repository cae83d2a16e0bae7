import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { policy } from '../dashboards/pages.ts';

const googleFonts = /<link[^>]*fonts\.googleapis\.com[^>]*>/;
/** The digest of nothing: AdminJS makes empty style elements and fills them afterwards. */
const empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Sends a page of AdminJS: without its font from another host, and with a nonce for its scripts. */
export function sendPage(response: Response, html: string): void {
  const nonce = randomBytes(16).toString('base64');
  const csp = policy({
    'script-src': `'self' 'nonce-${nonce}'`,
    'style-src': `'self' 'nonce-${nonce}' ${empty}`,
  });
  const own = html.replace(googleFonts, `<script>window.__webpack_nonce__ = '${nonce}';</script>`);
  response.set('Content-Security-Policy', csp).type('html');
  response.send(own.replaceAll(/<(script|style)\b/g, `<$1 nonce="${nonce}"`));
}
