import { lines } from '../../lib/lines.ts';
import type { Declarations } from '../../lib/types.ts';

/** What runs the web process, said wherever it is started: `dist/<entry>.js`. */
export const serves = (entry: string): Declarations => ({
  commands: [
    {
      name: 'start',
      run: `node --enable-source-maps dist/${entry}.js`,
      about: 'Run the web process, as it was built',
    },
  ],
  lines: [
    ...lines('Procfile#processes', [`web: node --enable-source-maps dist/${entry}.js`], 10),
    ...lines('Dockerfile#start', [`CMD ["node", "--enable-source-maps", "dist/${entry}.js"]`]),
  ],
});
