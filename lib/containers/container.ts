/** Where a program reaches a service. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Who logs in, and into what. */
export interface Login {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A backing service as a container, for compose and for CI: a row of facts. */
export interface Container {
  /** As the menus and the facts call it. */
  readonly name: string;
  readonly title: string;
  /** As compose calls it. */
  readonly service: string;
  readonly image: string;
  /** Other images that are the same service, by the last part of their name. */
  readonly images: readonly string[];
  readonly port: number;
  /** The folder that its data lies in. */
  readonly data: string;
  /** The image's environment for a login; none where it knows no users. */
  environment(login: Login): Readonly<Record<string, string>>;
  /** The login that an environment of the image means. */
  login(environment: Readonly<Record<string, string>>): Login;
  /** Exit 0 as soon as it answers, inside the container. */
  health(login: Login, image: string): readonly string[];
  /** What the names of variables about it begin with, besides those of any database. */
  readonly prefixes: readonly string[];
  /** Whether it can be the one that DATABASE_… and DB_… mean. */
  readonly primary: boolean;
  url(place: Place, login: Login): string;
}
