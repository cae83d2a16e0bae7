import { combine } from '../../../lib/declare.ts';
import { lines, needs } from '../../../lib/lines.ts';
import { pythonModule } from '../../../lib/retrofit/python.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { address } from '../pages.ts';
import { folder, lacking, mounted, noPlace, page } from './python.ts';
import { graphqlIn, ownGraphiql } from './python-code.ts';

/** GraphiQL for the schema that is answered, where its own page is not shown. */
export function pythonGraphiql(project: Project): Declarations {
  const title = 'GraphiQL';
  const there = ownGraphiql(project.theirs);
  if (there) return lacking(project, title, `${there} brings its own`);
  const endpoint = graphqlIn(project.theirs);
  if (!endpoint) return lacking(project, title, 'no GraphQL was found at /graphql');
  const added = mounted(project);
  if (!added) return lacking(project, title, noPlace);
  const template = `${folder}/graphiql_page.py`;
  const own = pythonModule(project, added.code, template, ['graphiql_page', 'api_graphiql']);
  return combine([
    address(71, '`GET /graphiql`', 'GraphiQL; outside development only with `DASHBOARDS=true`'),
    {
      dependencies: needs('graphene-django-graphiql-static'),
      lines: lines(`${own.file.path}#endpoint`, [
        `url: new URL("${endpoint.slice(1)}", document.baseURI).href,`,
      ]),
    },
    page(added, own, 'GRAPHIQL'),
  ]);
}
