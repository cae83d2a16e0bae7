import type { PropertyType } from 'adminjs';

/** A column of the list and a field of the form. */
export interface Property {
  path: string;
  type: PropertyType;
  editable?: boolean;
}

/** What the list asks for. */
export interface Search {
  /** What a property must hold, by path; a range of dates is `{ from, to }`. */
  filters: Record<string, unknown>;
  sortBy: string;
  direction: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/** A record; its properties are by path. */
export type Row = { id: string } & Record<string, unknown>;

/** A resource of the admin dashboard. Forms come as they are: a ZodError tells what is wrong. */
export interface Model {
  id: string;
  properties: readonly Property[];
  search(search: Search): Promise<Row[]>;
  count(filters: Search['filters']): Promise<number>;
  find(id: string): Promise<Row | undefined>;
  create(form: Record<string, unknown>): Promise<Row>;
  update(id: string, form: Record<string, unknown>): Promise<Row | undefined>;
  remove(id: string): Promise<unknown>;
}
