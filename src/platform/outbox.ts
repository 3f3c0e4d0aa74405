import type { Outbox, OutboxRow } from '../core/ports.js';

const DATABASE = 'sentier-outbox';
const STORE = 'rows';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

function openDatabase(): Promise<IDBDatabase> {
  // The getter throws in a sandboxed frame: as a rejection, thanks to the promise around it.
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    // A database that another tab holds in a newer version.
    request.onblocked = () => reject(new Error('blocked'));
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    request.onsuccess = () => resolve(request.result);
  });
}

/** Rows that outlive the page, in IndexedDB; in memory where that is blocked. */
export async function openOutbox(): Promise<Outbox> {
  const database = await openDatabase().catch(() => undefined);
  if (!database) return memoryOutbox();
  // Another version of us asks for a change: do not stand in its way.
  database.onversionchange = () => database.close();
  const run = <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(STORE));
    if (mode === 'readonly') return done(request);
    // Written means committed, not merely asked for.
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
  };
  return {
    put: async (row) => void (await run('readwrite', (store) => store.put(row))),
    all: () => run('readonly', (store) => store.getAll() as IDBRequest<OutboxRow[]>),
    remove: async (ids) => {
      for (const id of ids) await run('readwrite', (store) => store.delete(id));
    },
  };
}

/** For one page: what is not sent when it is left is lost. */
export function memoryOutbox(): Outbox {
  const rows = new Map<string, OutboxRow>();
  return {
    put: (row) => Promise.resolve(void rows.set(row.id, row)),
    all: () => Promise.resolve([...rows.values()]),
    remove: (ids) => Promise.resolve(ids.forEach((id) => rows.delete(id))),
  };
}
