import type { PlanDocument } from './studio-store.js';

/** What was typed and nobody else has yet. */
export interface Kept {
  plan: PlanDocument;
  /** What it was made from. */
  base: PlanDocument;
  tag?: string;
  at: number;
}

/** Where unsaved work waits for its editor to come back. Never throws: a browser that keeps nothing is said so. */
export interface Recovery {
  read(): Promise<Kept | undefined>;
  /** False where the browser keeps nothing. */
  write(kept: Kept): Promise<boolean>;
  /** At once, for a page that is about to go. */
  writeNow(kept: Kept): void;
  clear(): Promise<void>;
}

const DB = 'sentier-studio';
const STORE = 'drafts';

const asPromise = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DB, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return asPromise(request);
}

/**
 * IndexedDB for every change; `localStorage`, which alone writes before it returns, for a page that goes away while a
 * change is still on its way. The newer of the two is read.
 */
export function browserRecovery(key: string): Recovery {
  const local = `${DB}:${key}`;
  let db: Promise<IDBDatabase> | undefined;
  const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>) => {
    db ??= open();
    const store = (await db).transaction(STORE, mode).objectStore(STORE);
    return asPromise(act(store));
  };
  const readLocal = (): Kept | undefined => {
    try {
      return JSON.parse(localStorage.getItem(local) ?? 'null') as Kept | undefined;
    } catch {
      return undefined;
    }
  };
  const clearLocal = (): void => {
    try {
      localStorage.removeItem(local);
    } catch {
      // A sandboxed frame has none.
    }
  };
  return {
    async read() {
      const atOnce = readLocal() ?? undefined;
      const kept = await run('readonly', (store) => store.get(key) as IDBRequest<Kept | undefined>).catch(
        () => undefined,
      );
      return atOnce && (!kept || atOnce.at > kept.at) ? atOnce : kept;
    },
    async write(kept) {
      try {
        await run('readwrite', (store) => store.put(kept, key));
        clearLocal();
        return true;
      } catch {
        try {
          localStorage.setItem(local, JSON.stringify(kept));
          return true;
        } catch {
          return false;
        }
      }
    },
    writeNow(kept) {
      try {
        localStorage.setItem(local, JSON.stringify(kept));
      } catch {
        // Too big, or refused: what IndexedDB has, at most one change behind, must do.
      }
    },
    async clear() {
      clearLocal();
      await run('readwrite', (store) => store.delete(key)).catch(() => undefined);
    },
  };
}
