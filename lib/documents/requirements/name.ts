/** The normalised name (PEP 503) of a requirement line (PEP 508), undefined where it begins with none. */
export function requirementName(line: string): string | undefined {
  const name = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?=$|[\s[(<>=!~;@,#])/.exec(line)?.[0];
  return name?.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** What a requirement is sorted by: its name, or the line itself where it has none. */
export function nameOf(line: string): string {
  return requirementName(line) ?? line;
}
