declare module '@npmcli/config' {
  /** npm's own settings: npmrc files, environment and defaults, as npm reads them. */
  export default class Config {
    constructor(options: Record<string, unknown>);
    load(): Promise<void>;
    readonly flat: Record<string, unknown>;
  }
}
declare module '@npmcli/config/lib/definitions/index.js' {
  const definitions: Record<'definitions' | 'shorthands' | 'flatten' | 'nerfDarts', unknown>;
  export default definitions;
}
declare module 'npm-pick-manifest' {
  /** Picks the version that npm would install. Throws where none fits. */
  export default function pick(
    packument: unknown,
    wanted: string,
    options: { nodeVersion?: string; before?: Date | null },
  ): { version: string; engines?: { node?: string } };
}
