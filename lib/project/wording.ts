const secretWord = /secret|passw|passphrase|pwd|token|credential|api[_-]?key|key/i;
const keyOfWords = /^[a-z]+(?:[A-Z][a-z]+)*(?:[._-][a-z]+(?:[A-Z][a-z]+)*)+$/;
const sayingWord =
  /(?:^|[._-])(?:labels?|errors?|messages?|settings|forms?|fields?|titles?|hints?|links?|questions?|texts?|buttons?|validations?|invalid|expired|reset|forgot(?:ten)?|missing|mismatch|prompts?|pages?|translations?|i18n)(?:$|[._-])/;

/** `errors.password.too.short`, `labels-secret-question`: dots make a key, dashes a phrase at most. */
const isMessageKey = (value: string): boolean =>
  keyOfWords.test(value) &&
  secretWord.test(value) &&
  (/^[a-zA-Z]+\./.test(value) || sayingWord.test(value));

const rule =
  '(?:required|optional|nullable|present|confirmed|sometimes|forbidden|invalid|missing|incorrect|hidden|sensitive|masked|string|str|text|alpha_num|blank|unique|min|max|size|(?:read|write)_?only)(?:[=:]\\w+)?';
const rules = new RegExp(`^${rule}(?:[|,;]\\s*${rule})*$`, 'i');

/** `process.env.CLIENT_SECRET`, `DJANGO_SECRET_KEY`: where a secret is found, by what it is called. */
const isVariableName = (value: string): boolean =>
  /^(?:process\.env|import\.meta\.env|os\.environ|env)\.[A-Za-z_]\w*$/.test(value) ||
  (/^[A-Z]+(?:_[A-Z]+)+$/.test(value) &&
    secretWord.test(value) &&
    !/(?:^|_)(?:SUPER|VERY|TOP|MY|THIS|CHANGE)_/.test(value));

/** Whether a text speaks of a secret and is none: a message's key, a validation's rule, a reference. */
export const isWording = (value: string): boolean =>
  isMessageKey(value) || rules.test(value) || /^arn:aws/.test(value) || isVariableName(value);
