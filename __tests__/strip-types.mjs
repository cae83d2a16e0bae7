/** Jest's transform: Node's own type stripping. Positions stay, so no source map is needed. */
import { stripTypeScriptTypes } from 'node:module';

export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
};
