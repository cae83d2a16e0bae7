/** What counts as a hard-coded secret; a value is looked at, and never told. */
import { isWording } from './wording.ts';

const secretName =
  /(?:^|[_.-]|(?<=[a-z]))(?:secret|password|passwd|passphrase|pwd|token|api[_-]?key|private[_-]?key|access[_-]?key|secret[_-]?key|auth[_-]?key|encryption[_-]?key|signing[_-]?key|credentials?)(?:[_-]?(?:key|base))?\d*$/i;

/** Whether a name is that of a secret: `JWT_SECRET`, `dbPassword`, `apiKey`; not `tokenType`. */
export const isSecretName = (name: string): boolean => secretName.test(name);

const shapes = [
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  /\bgithub_pat_\w{22,}\b/,
  /\bglpat-[\w-]{20,}/,
  /\b[rs]k_live_[A-Za-z0-9]{16,}\b/,
  /\bxox[abprs]-[\w-]{10,}/,
  /\bAIza[\w-]{35}\b/,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/,
  /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
];

/** Whether a text has the shape of a known kind of key, whatever its name is. */
export const isKnownKey = (value: string): boolean => shapes.some((shape) => shape.test(value));

/** Whether a text is a connection string with a password in it. */
export function hasPassword(value: string): boolean {
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s/@]+)@[^\s/]+/i.exec(value)?.[1];
  return password !== undefined && !isPlaceholder(password);
}

const privateName = /(?:^|[_-])(?:pass|keys?|auth|(?:web)?hook|salt|dsn)(?:[_-]ur[il])?$/i;

/** Whether a value is told nowhere: its name, or what it is, may be that of a secret. */
export const isPrivate = (name: string, value: string): boolean =>
  isSecretName(name) || privateName.test(name) || hasPassword(value) || isKnownKey(value);

/** A command without the variables that it sets to what is told nowhere. */
export const toldCommand = (command: string): string =>
  command.replaceAll(/(?<!\S)(\w+)=(?:"([^"]*)"|'([^']*)'|(\S*))\s*/g, (all, name, a, b, c) =>
    isPrivate(name, a ?? b ?? c ?? '') ? '' : all,
  );

const keeperName = /(?:^|[_.-]|(?<=[a-z]))(?:jwt|jws|session|cookie|hmac|auth|signature|crypto)$/i;

/** Whether a text under the name of what needs a secret is one: it says so, or is made at random. */
export function isKeptSecret(value: string, name: string): boolean {
  if (!keeperName.test(name) || !isSecretValue(value, name)) return false;
  const isNamed = /secret|passw|(?:^|[-_])key(?:[-_]|$)/i.test(value) && value.length >= 12;
  const isRandom = /^(?:[0-9a-f]{32,}|[\w+/-]{32,}={0,2})$/i.test(value);
  return /\d/.test(value) && (isNamed || (isRandom && /[a-z]/i.test(value)));
}

const placeholders =
  /^(?:<.*>|\[.*\]|\{.*\}|\$\{.*\}|\$\w+|%\w+%|x{3,}|\*+|\.{3}|todo|tbd|none|null|undefined|true|false|(?:the|your|my|some|insert|enter|put|add|example|sample|dummy|fake|mock|placeholder|redacted)[\s_-].*|.*[\s_-](?:here|placeholder|goes[\s_-]here)|example|placeholder|dummy|redacted|test|testing)$/i;
const typeWords =
  /^(?:string|text|varchar|char|number|integer|boolean|object|uuid|hidden|input|bearer|basic|jwt|cookie|header|body|query|local|plain|required|optional|password|passwd|secret|token|api[_-]?key|key|authorization|x-[\w-]+|access|refresh|csrf|_csrf)$/i;

/** Whether a text stands where a value will be. */
export const isPlaceholder = (value: string): boolean => placeholders.test(value);

/** `password: 'incorrectPassword'`, `token: 'tokenExpired'`: the word for an error or a field. */
const isLabel = (value: string, name: string): boolean => {
  const word = /password|token/i.exec(name)?.[0].toLowerCase();
  return word !== undefined && /^[a-z_-]+$/i.test(value) && letters(value).includes(word);
};

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a text under a secret's name is a secret, and no placeholder, label or message. */
export function isSecretValue(value: string, name: string): boolean {
  if (value.length < 4 || value.length > 4096) return false;
  // A hash is no secret: it is made to be kept.
  if (/^\$(?:2[abxy]?|argon2\w*|scrypt|pbkdf2[\w-]*)\$/.test(value)) return false;
  if (isPlaceholder(value) || typeWords.test(value) || isWording(value)) return false;
  // A label says what its name says: `RESET_PASSWORD: 'resetPassword'`.
  if (letters(name).includes(letters(value)) || isLabel(value, name)) return false;
  if (/^(?:https?:)?\/\/?[^:@]*$|^[./]|[|<>()[\]{}]/.test(value)) return false;
  // What is said in several words is a message, but for the phrase of a session.
  return !/\s/.test(value) || /secret$/i.test(name);
}
