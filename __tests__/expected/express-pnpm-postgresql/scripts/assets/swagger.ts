import { copyFile, cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = join(import.meta.dirname, '../../src/dashboards/swagger');
const library = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist')));
const files = ['favicon-32x32.png', 'swagger-ui-bundle.js', 'swagger-ui.css'];

/** Copies Swagger UI and our page around it into `folder`. */
export async function writeSwagger(folder: string): Promise<void> {
  await cp(page, folder, { recursive: true });
  await Promise.all(files.map((file) => copyFile(join(library, file), join(folder, file))));
}
