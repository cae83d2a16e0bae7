/** The processes that the build makes, each of `src/<name>.ts`. */
export const entries = [<%- entries %>];
/** The processes that development runs. */
export const processes = [<%- processes %>];
/** Packages that stay in node_modules, because they read files of their own. */
export const externals: string[] = [<%- externals %>];
