import {
  type Engine,
  type Key,
  type Listing,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type Tables,
  type Transaction,
} from './tables';

/** Order of keys as IndexedDB has it: numbers before strings before arrays, arrays item by item. */
export function compareKeys(a: Key, b: Key): number {
  const rank = (key: Key): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const order = compareKeys(a[i], b[i]);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function valueAt(record: object, path: string | readonly string[]): Key {
  const at = (name: string): string | number =>
    Object.getOwnPropertyDescriptor(record, name)?.value as string | number;
  return typeof path === 'string' ? at(path) : path.map(at);
}

type Rows = Map<string, Tables[TableName]>;

/** Tables in memory, for when the browser gives no database: all is forgotten when the context ends. */
export function createMemoryEngine(): Engine {
  let tables = new Map<TableName, Rows>(TABLE_NAMES.map((name) => [name, new Map()]));
  let writes: Promise<unknown> = Promise.resolve();

  const transactionOn = (at: Map<TableName, Rows>): Transaction => {
    const rows = (table: TableName): Rows => at.get(table) ?? new Map();
    const select = <N extends TableName>(table: N, listing: Listing<N> = {}): Tables[N][] => {
      const shape: {
        keyPath: string | readonly string[];
        indexes: Record<string, string | readonly string[]>;
      } = TABLES[table];
      const path = (listing.index === undefined ? undefined : shape.indexes[listing.index]) ?? shape.keyPath;
      const found = [...rows(table).values()]
        .filter((it) => {
          const key = valueAt(it, path);
          // What lacks a part of a key does not stand in that index.
          if (key === undefined || key === null || (Array.isArray(key) && key.includes(undefined)))
            return false;
          if (listing.from !== undefined && compareKeys(key, listing.from) < 0) return false;
          return listing.to === undefined || compareKeys(key, listing.to) <= 0;
        })
        .sort(
          (a, b) =>
            compareKeys(valueAt(a, path), valueAt(b, path)) ||
            compareKeys(valueAt(a, shape.keyPath), valueAt(b, shape.keyPath)),
        );
      if (listing.reverse) found.reverse();
      return structuredClone(found.slice(0, listing.limit)) as Tables[N][];
    };
    return {
      get: async <N extends TableName>(table: N, key: Key) =>
        structuredClone(rows(table).get(JSON.stringify(key))) as Tables[N] | undefined,
      list: async (table, listing) => select(table, listing),
      keys: async (table) => select(table).map((it) => valueAt(it, TABLES[table].keyPath)),
      count: async (table, listing) => select(table, listing).length,
      lastKey: async (table, from, to) => {
        const [last] = select(table, { from, to, reverse: true, limit: 1 });
        return last && valueAt(last, TABLES[table].keyPath);
      },
      put: async (table, record) => {
        rows(table).set(JSON.stringify(valueAt(record, TABLES[table].keyPath)), structuredClone(record));
      },
      delete: async (table, key) => {
        rows(table).delete(JSON.stringify(key));
      },
      clear: async (table) => rows(table).clear(),
    };
  };

  return {
    read: async (_, work) => work(transactionOn(tables)),
    write: (_, __, work) => {
      const run = writes.then(async () => {
        // Works on a copy, so that a failing transaction leaves nothing behind.
        const copy = new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
        const result = await work(transactionOn(copy));
        tables = copy;
        return result;
      });
      writes = run.catch(() => undefined);
      return run;
    },
  };
}
