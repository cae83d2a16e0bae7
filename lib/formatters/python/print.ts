import type { Config } from '@wasm-fmt/ruff_fmt';

/** How Python code is printed. */
export type Manner = Config;

/** Python code as Ruff prints it, whose style is Black's; undefined where it can't be read. */
export async function pythonText(
  path: string,
  text: string,
  manner: Manner,
): Promise<string | undefined> {
  const { format } = await import('@wasm-fmt/ruff_fmt');
  try {
    return format(text, path, manner);
  } catch {
    // Code that is none stays as it is.
    return undefined;
  }
}
