/** `key = value` of an INI file as Python's configparser reads it; continued lines are further values. */
export interface Entry {
  readonly section: string;
  readonly key: string;
  readonly values: readonly string[];
  /** The line of the key; the values that follow it stand on lines below. */
  readonly line: number;
}

/** Every entry of an INI text, in order. */
export function readIni(text: string): readonly Entry[] {
  const entries: { section: string; key: string; values: string[]; line: number }[] = [];
  let section = '';
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const heading = /^\[(.+?)\]\s*$/.exec(line);
    const start = /^([^\s#;=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line);
    if (heading) section = heading[1] ?? '';
    else if (/^\s*(?:[#;].*)?$/.test(line)) continue;
    else if (start) {
      const [, key = '', value = ''] = start;
      entries.push({ section, key, values: value === '' ? [] : [value], line: index + 1 });
    } else if (/^\s/.test(line)) entries.at(-1)?.values.push(line.trim());
  }
  return entries;
}

/** The values of one key, none where it is missing. */
export const valuesOf = (
  entries: readonly Entry[],
  section: string,
  key: string,
): readonly string[] =>
  entries.find((entry) => entry.section === section && entry.key === key)?.values ?? [];
