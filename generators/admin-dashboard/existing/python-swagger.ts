import { combine } from '../../../lib/declare.ts';
import { lines, needs } from '../../../lib/lines.ts';
import type { Added } from '../../../lib/retrofit/add-on.ts';
import { answers } from '../../../lib/retrofit/present.ts';
import { type PythonModule, pathFrom, pythonModule } from '../../../lib/retrofit/python.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { address } from '../pages.ts';
import { folder, lacking, mounted, noPlace, page } from './python.ts';
import { documentOf, ownDocs, restOnly } from './python-code.ts';
import { schemaClass } from './rest.ts';

/** Swagger UI's files: the package that a framework's projects get them with, and their place in it. */
const swaggerFiles: Readonly<Record<string, readonly [string, string]>> = {
  django: ['drf-spectacular-sidecar', ' / "static" / _PACKAGE / "swagger-ui-dist"'],
  flask: ['flask-swagger-ui', ' / "dist"'],
};

/** Swagger UI over the project's own document, or over what Django REST framework answers. */
export function pythonSwagger(project: Project): Declarations {
  const { facts, theirs } = project;
  const [title, document] = ['Swagger UI', documentOf(theirs)];
  const there = ownDocs(theirs);
  if (there) return lacking(project, title, `${there} brings its own`);
  const rest = restOnly(theirs);
  if (document === undefined && !rest)
    return lacking(project, title, 'no OpenAPI document was found (openapi.json, .yaml)');
  const [name, path] = swaggerFiles[facts.stack?.value ?? ''] ?? [];
  const added = mounted(project);
  if (!name || !path) return lacking(project, title, 'no package of its own brings the files');
  if (!added) return lacking(project, title, noPlace);
  if (answers(theirs, '/docs')) return lacking(project, title, 'the code answers /docs itself');
  const own = pythonModule(project, added.code, `${folder}/docs_page.py`, [
    'docs_page',
    'api_docs',
  ]);
  const shown = document === undefined ? restDocument(project, added, own) : written(own, document);
  if (!shown)
    return lacking(project, title, 'add drf-spectacular, and its AutoSchema to REST_FRAMEWORK');
  const source = `_PACKAGE = "${name.replaceAll('-', '_')}"`;
  return combine([
    address(70, '`GET /docs`', 'Swagger UI; outside development only with `DASHBOARDS=true`'),
    {
      dependencies: needs(name),
      lines: [
        ...lines(`${own.file.path}#package`, [source]),
        ...lines(`${own.file.path}#files`, [`_FILES = _FOLDER${path}`]),
      ],
    },
    page(added, own, 'DOCS'),
    shown,
  ]);
}

/** A document that stands in a file. */
function written({ file }: PythonModule, document: string): Declarations {
  return {
    lines: [
      ...lines(`${file.path}#files`, [`_DOCUMENT = ${pathFrom(file.path, document)}`], 1),
      ...lines(`${file.path}#document`, [
        '"/docs/openapi": ("text/plain; charset=utf-8", _DOCUMENT.read_bytes),',
      ]),
    ],
  };
}

/** A document made of the views; undefined where no settings are sure to take its class. */
function restDocument(project: Project, { code }: Added, { file }: PythonModule) {
  const splice = schemaClass(project);
  const module = pythonModule(project, code, `${folder}/rest_document.py`, [
    'rest_document',
    'openapi_document',
  ]);
  return (
    splice && {
      dependencies: needs('drf-spectacular'),
      files: [module.file],
      splices: [splice],
      lines: [
        ...lines(`${file.path}#modules`, ['', `from ${module.name} import read_document`]),
        ...lines(`${file.path}#document`, [
          '"/docs/openapi": ("application/json", read_document),',
        ]),
      ],
    }
  );
}
