import { isKnownKey } from '../../secrets.ts';
import { isWording } from '../../wording.ts';

/** A literal's part in the code: what holds it outright, a default for a variable, or an argument. */
export type Role = 'held' | 'fallback' | 'argument';

const secretNames =
  /(?:^|[_.-])(?:secret|secret_?key|secretkey|password|passwd|pwd|passphrase|token|api_?key|apikey|access_?key|private_?key|signing_?key|encryption_?key|fernet_?key|client_?secret|secret_access_key|salt)$/i;
const passwords = /(?:password|passwd|pwd|passphrase|secret_?key|secret)$/i;
const placeholder =
  /change[-_ ]?(?:me|this|it)|your[-_ ]|example|placeholder|replace|x{4,}|<[^>]*>|insert[-_ ]|dummy|deadbeef|^(.)\1+$|\bset[-_ ]|not[-_ ]a[-_ ]|\.{3}|\*{3}|^\$|^\{|%\(|^(?:none|null|true|false|dev|test|testing)$/i;
const weak =
  /^(?:(?:dev|development|test|testing|local|localhost|debug|secret|secrets|password|passwd|pass|key|token|super|my|the|a|very|default|postgres|postgresql|mysql|mongo|redis|rabbitmq|bitnami|minio|root|admin|user|guest|app|api|db|database|django|flask|insecure|unsafe|only|for|in|production|do|not|use|123|1234|12345|123456)[-_ ]*)+$/i;

/** Whether a name says that its value is a secret. */
export const isSecretName = (name: string): boolean => secretNames.test(name);

/** Whether a literal under a name is a secret that the code gives away. */
export function isSecret(name: string, value: string, role: Role): boolean {
  if (!isSecretName(name) || value.length < 4 || placeholder.test(value)) return false;
  if (/^(?:https?:)?\//.test(value) || isLabel(name, value) || isWording(value)) return false;
  if (role !== 'held' && weak.test(value)) return false;
  if (role === 'fallback' && /^[a-z]{4,10}$/.test(value)) return false;
  if (passwords.test(name)) return !/\s/.test(value) || /secret_?key$/i.test(name);
  return /^\S{8,}$/.test(value) && /\d|[a-z][A-Z]/.test(value) && !/^X-/.test(value);
}

/** `TOTP_SECRET_KEY = "_totp_secret"`: the word by which something else goes. */
const isLabel = (name: string, value: string): boolean =>
  squeezed(value) === squeezed(name) ||
  (/[_-]/.test(value) && squeezed(name).includes(squeezed(value)));

const squeezed = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Kinds of keys besides those that both languages know. */
const shapes = [
  /\b[sr]k_test_[A-Za-z0-9]{16,}/,
  /\bsk-(?:proj-|ant-)?[\w-]{20,}/,
  /\b(?:npm|hf)_[A-Za-z0-9]{30,}/,
  /\b(?:whsec|shpat|dop_v1)_[A-Za-z0-9]{16,}/,
  /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/,
];

const address = /^[a-z][a-z0-9+.-]*:\/\/([^\s:/@]*):([^\s@/]+)@([^\s/:?#]*)/i;

/** Whether a text is a secret by itself: a known key's shape, or an address with a password. */
export function isSecretText(text: string): boolean {
  const isKey = isKnownKey(text) || shapes.some((shape) => shape.test(text));
  if (isKey && !/example/i.test(text)) return true;
  const [, user = '', password, host = ''] = address.exec(text) ?? [];
  if (password === undefined || placeholder.test(password)) return false;
  const near = /^(?:localhost|127\.0\.0\.1|\[?::1\]?|[\w-]+)$/.test(host);
  return !(near && (weak.test(password) || password === user));
}
