/** A fresh secret: 64 characters that need no quoting in a shell, a URL or a .env file. */
export const makeSecret = (): string =>
  // Loaded when a secret is needed: few runs do, and it costs several milliseconds.
  process.getBuiltinModule('node:crypto').randomBytes(48).toString('base64url');
