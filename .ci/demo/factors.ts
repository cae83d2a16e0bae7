/** One of the twelve factors, and the names of the steps and audited checks that show it. */
export interface Factor {
  readonly name: string;
  readonly checked: string;
  readonly proofs: readonly string[];
}

/** The twelve factors (https://12factor.net), in their order. */
export const factors: readonly Factor[] = [
  {
    name: 'I Codebase',
    checked: 'a git repository that ignores .env',
    proofs: ['git rev-parse --git-dir', 'git check-ignore --quiet .env'],
  },
  {
    name: 'II Dependencies',
    checked: 'setup from nothing, lock file, one runtime',
    proofs: ['npm run setup', 'npm ls --package-lock-only', 'commands.runtime'],
  },
  {
    name: 'III Config',
    checked: 'missing or malformed variables: exit 78',
    proofs: ['config.missing', 'config.malformed', 'config.unset-is-production', 'config.empty'],
  },
  {
    name: 'IV Backing services',
    checked: 'by address alone; away: 503, and back',
    proofs: ['environments.data', 'database-away.boot', 'database-away.returns'],
  },
  {
    name: 'V Build, release, run',
    checked: 'each alone; only a release migrates',
    proofs: ['npm run build', 'npm run release', 'release.start-does-not-migrate', 'release.twice'],
  },
  {
    name: 'VI Processes',
    checked: 'two side by side act as one',
    proofs: ['two-processes.as-one', 'rest.no-cookies'],
  },
  {
    name: 'VII Port binding',
    checked: 'web and admin answer on their ports',
    proofs: ['web starts', 'admin starts', 'addresses.port-in-use'],
  },
  {
    name: 'VIII Concurrency',
    checked: 'process types; two write at once',
    proofs: ['commands.procfile', 'two-processes.together'],
  },
  {
    name: 'IX Disposability',
    checked: 'idle stop under 1 s; requests finish',
    proofs: ['lifecycle.idle-stop', 'lifecycle.under-way', 'draining.readyz'],
  },
  {
    name: 'X Dev/prod parity',
    checked: 'one artefact in all environments',
    proofs: ['config.environment-name', 'environments.tokens', 'dashboards.off'],
  },
  {
    name: 'XI Logs',
    checked: 'JSON lines on stdout, no secrets',
    proofs: ['logs.requests', 'logs.json', 'logs.no-secrets'],
  },
  {
    name: 'XII Admin processes',
    checked: 'one-off commands; the admin has a login',
    proofs: ['npm run manage -- seed', 'admin login page', 'release.at-once'],
  },
];

/** The proofs that the audit gives: its ids have a dot. */
export const audited: readonly string[] = factors.flatMap(({ proofs }) =>
  proofs.filter((name) => /^[a-z-]+\.[a-z-]+$/.test(name)),
);
