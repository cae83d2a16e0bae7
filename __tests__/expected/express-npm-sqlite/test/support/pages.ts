/** The addresses that a page links by `href` and `src`. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="([^"]+)"/g)].flatMap(([, link]) => link ?? []);
}
