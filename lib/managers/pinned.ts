import type { Line } from '../types.ts';

/**
 * The lines that get a pinned manager of Node's from npm, for an image's build and for CI.
 * `source` is npm's name of it; the version stands in package.json alone.
 */
export function linesOf(name: string, source: string): readonly Line[] {
  const version = `require('./package.json').packageManager.split('@')[1]`;
  const pin = `"${source}@$(node --print "${version}")"`;
  return [
    {
      at: 'Dockerfile#manager',
      rank: 0,
      text: [
        `ENV PATH=/opt/${name}/bin:$PATH`,
        'RUN --mount=type=cache,target=/root/.npm \\',
        `  npm install --global --prefix /opt/${name} ${pin}`,
      ].join('\n'),
    },
    {
      at: '.github/workflows/ci.yml#manager',
      rank: 0,
      text: [
        `- name: Put ${name} on the path`,
        '  run: |',
        `    version="$(node --print "${version}")"`,
        `    npm exec --yes --package "${source}@$version" -- \\`,
        `      which ${name} | xargs dirname >> "$GITHUB_PATH"`,
      ].join('\n'),
    },
  ];
}
