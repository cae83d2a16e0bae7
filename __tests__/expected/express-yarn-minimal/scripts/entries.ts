/** The processes that the build makes, each of `src/<name>.ts`. */
export const entries = ['web', 'manage'];
/** The processes that development runs. */
export const processes = ['web'];
/** Packages that stay in node_modules, because they read files of their own. */
export const externals: string[] = [];
