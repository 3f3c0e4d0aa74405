import type { Outbox, OutboxRow } from '../core/ports.js';

const DATABASE = 'sentier-outbox';
const STORE = 'rows';
/** Opening has been seen never to end (WebKit 14 and 15): memory serves then. */
const PATIENCE_MS = 3000;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

function openDatabase(): Promise<IDBDatabase> {
  // The getter throws in a sandboxed frame: as a rejection, thanks to the promise around it.
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    setTimeout(() => reject(new Error('IndexedDB: no answer')), PATIENCE_MS);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    // A database that another tab holds in a newer version.
    request.onblocked = () => reject(new Error('blocked'));
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    request.onsuccess = () => resolve(request.result);
  });
}

/** Rows that outlive the page, in IndexedDB; each that it does not take (blocked, full) stays in memory. */
export async function openOutbox(): Promise<Outbox> {
  const memory = memoryOutbox();
  let opened: Promise<IDBDatabase> | undefined;
  const database = (): Promise<IDBDatabase> =>
    (opened ??= openDatabase().then((found) => {
      // Another version of us asks for a change, or the person empties the site's storage: do not stand in the way, and
      // open it anew when it is needed.
      const forget = (): void => void (opened = undefined);
      found.onclose = forget;
      found.onversionchange = () => (found.close(), forget());
      return found;
    }));
  // Blocked it stays blocked: asked once.
  const isBlocked = await database().then(
    () => false,
    () => true,
  );
  if (isBlocked) return memory;

  const write = async (act: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' });
    act(transaction.objectStore(STORE));
    // Written means committed, not merely asked for.
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
  };
  return {
    put: (row) =>
      write((store) => store.put(row)).then(
        () => true,
        () => memory.put(row),
      ),
    async all() {
      const read = async (): Promise<OutboxRow[]> =>
        done((await database()).transaction(STORE).objectStore(STORE).getAll() as IDBRequest<OutboxRow[]>);
      return [...(await read().catch(() => [])), ...(await memory.all())];
    },
    async remove(ids) {
      await memory.remove(ids);
      // What cannot be removed is sent again, and known then.
      await write((store) => ids.forEach((id) => store.delete(id))).catch(() => undefined);
    },
  };
}

/** For one page: what is not sent when it is left is lost. */
export function memoryOutbox(): Outbox {
  const rows = new Map<string, OutboxRow>();
  return {
    put: (row) => Promise.resolve(!rows.set(row.id, row)),
    all: () => Promise.resolve([...rows.values()]),
    remove: (ids) => Promise.resolve(ids.forEach((id) => rows.delete(id))),
  };
}
