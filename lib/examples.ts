/** A command line, and what it does. */
export interface Example {
  readonly generator: string;
  readonly words: string;
  readonly does: string;
}

/** Examples for the help: at least one of each generator. */
export const examples: readonly Example[] = [
  {
    generator: 'app',
    words: 'shop --database postgresql --cache redis',
    does: 'a new app in the folder shop',
  },
  {
    generator: 'app',
    words: 'shop --stack django --package-manager uv --defaults',
    does: 'a new Django app; nothing is asked',
  },
  { generator: 'app', words: '. --dry-run', does: 'what all generators would do in this project' },
  {
    generator: 'config',
    words: 'config',
    does: '.env.example of the variables that the code reads',
  },
  {
    generator: 'config',
    words: 'config --fix',
    does: 'move secrets from the code to the environment',
  },
  {
    generator: 'backing-services',
    words: 'backing-services --cache redis',
    does: 'attach Redis to this project',
  },
  { generator: 'processes', words: 'processes', does: 'Procfile, health and shutdown' },
  {
    generator: 'processes',
    words: 'processes --set port=4000',
    does: 'where another port was found than is meant',
  },
  { generator: 'docker', words: 'docker', does: 'Dockerfile and compose services' },
  { generator: 'ci', words: 'ci --ci github', does: 'a workflow of the commands of this project' },
  {
    generator: 'admin-dashboard',
    words: 'admin-dashboard --dashboards swagger',
    does: 'Swagger UI on the API of this project',
  },
];
