import { randomBytes } from 'node:crypto';

/** A fresh secret: 64 characters that need no quoting in a shell, a URL or a .env file. */
export const makeSecret = (): string => randomBytes(48).toString('base64url');
