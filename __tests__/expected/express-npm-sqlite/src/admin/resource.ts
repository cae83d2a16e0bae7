import {
  BaseDatabase,
  BaseProperty,
  BaseResource,
  type Filter,
  NotFoundError,
  ValidationError,
} from 'adminjs';
import * as z from 'zod';
import type { Model, Property, Search } from './model.ts';

type FindOptions = Parameters<BaseResource['find']>[1];

class ModelProperty extends BaseProperty {
  readonly #editable: boolean;

  constructor({ path, type, editable = false }: Property, position: number) {
    super({ path, type, isId: path === 'id', position });
    this.#editable = editable;
  }

  override isEditable() {
    return this.#editable;
  }
}

/** Shows a model of ours in AdminJS, without an adapter of an ORM. */
export class ModelResource extends BaseResource {
  readonly #model: Model;
  readonly #properties: ModelProperty[];

  constructor(model: Model) {
    super(model);
    this.#model = model;
    this.#properties = model.properties.map((row, index) => new ModelProperty(row, index));
  }

  static override isAdapterFor(model: unknown) {
    return typeof model === 'object' && model !== null && 'search' in model;
  }

  override id() {
    return this.#model.id;
  }

  override databaseName() {
    return 'app';
  }

  override databaseType() {
    return 'app';
  }

  override properties() {
    return this.#properties;
  }

  override property(path: string) {
    return this.#properties.find((property) => property.path() === path) ?? null;
  }

  override count({ filters }: Filter) {
    return this.#model.count(wanted(filters));
  }

  override async find({ filters }: Filter, { limit = 10, offset = 0, sort = {} }: FindOptions) {
    const { sortBy = 'id', direction = 'asc' } = sort;
    const search = { filters: wanted(filters), sortBy, direction, limit, offset };
    return (await this.#model.search(search)).map((row) => this.build(row));
  }

  override async findOne(id: string) {
    const row = await this.#model.find(id);
    return row ? this.build(row) : null;
  }

  override async findMany(ids: (string | number)[]) {
    const records = await Promise.all(ids.map((id) => this.findOne(String(id))));
    return records.filter((record) => record !== null);
  }

  override create(form: Record<string, unknown>) {
    return faultsShown(this.#model.create(this.#fields(form)));
  }

  override async update(id: string, form: Record<string, unknown>) {
    const row = await faultsShown(this.#model.update(id, this.#fields(form)));
    if (!row) throw new NotFoundError('It is gone.', 'update');
    return row;
  }

  override async delete(id: string) {
    await this.#model.remove(id);
  }

  #fields(form: Record<string, unknown>) {
    const editable = this.#properties.filter((property) => property.isEditable());
    const names = editable.map((property) => property.path()).filter((path) => path in form);
    return Object.fromEntries(names.map((path) => [path, form[path]]));
  }
}

/** AdminJS wants a database class beside a resource class. */
export class NoDatabase extends BaseDatabase {
  static override isAdapterFor() {
    return false;
  }
}

function wanted(filters: Filter['filters']): Search['filters'] {
  return Object.fromEntries(Object.values(filters).map(({ path, value }) => [path, value]));
}

async function faultsShown<T>(saving: Promise<T>): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const faults = error.issues.map(({ path, message }) => [
      path.join('.'),
      { type: 'invalid', message },
    ]);
    throw new ValidationError(Object.fromEntries(faults));
  }
}
