/** Where a name lives: the keys (and indexes) from the document's root. */
export type Path = readonly (string | number)[];

/** The canonical order of a container: by name, by a list of names, or by ranks. */
export type Order = 'name' | readonly string[] | ((name: string) => number | undefined);

/**
 * One order for the container that is added to, or a table of orders by the container's path (keys
 * joined by dots, `*` for any one key, '' for the root; the first row that matches, else by name).
 */
export type Orders = Order | Readonly<Record<string, Order>>;

const NOWHERE = Number.NEGATIVE_INFINITY;

/** Compares two names: what the order does not know comes first, by name (UTF-16 order). */
export function compare(order: Order, left: string, right: string): number {
  const [a, b] = [rank(order, left), rank(order, right)];
  if (a !== b) return a < b ? -1 : 1;
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Index among the present names where a name goes: before the first greater one, else the end. */
export function placeOf(name: string, present: readonly string[], order: Order): number {
  const index = present.findIndex((other) => compare(order, other, name) > 0);
  return index < 0 ? present.length : index;
}

/** The order of the container at a path. */
export function orderAt(orders: Orders | undefined, path: Path, addedTo: Path): Order {
  if (orders === undefined) return 'name';
  if (isOrder(orders)) return path.length === addedTo.length ? orders : 'name';
  const row = Object.entries(orders).find(([pattern]) => matches(pattern, path));
  return row?.[1] ?? 'name';
}

function rank(order: Order, name: string): number {
  if (order === 'name') return NOWHERE;
  if (typeof order === 'function') return order(name) ?? NOWHERE;
  const index = order.indexOf(name);
  return index < 0 ? NOWHERE : index;
}

function matches(pattern: string, path: Path): boolean {
  const keys = pattern === '' ? [] : pattern.split('.');
  return (
    keys.length === path.length && keys.every((key, at) => key === '*' || key === String(path[at]))
  );
}

function isOrder(orders: Orders): orders is Order {
  return typeof orders !== 'object' || Array.isArray(orders);
}
