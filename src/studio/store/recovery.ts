import type { Clash } from './merge.js';
import { randomSigns } from './new-id.js';
import type { FileState, PlanDocument } from './studio-store.js';

/** What was typed and nobody else has yet. */
export interface Kept {
  plan: PlanDocument;
  /** What it was made from. */
  base: PlanDocument;
  tag?: string;
  at: number;
  /** Without a server: the file that the plan is, or was, in. */
  file?: FileState;
  /** States that this work grew from and that the store may have by now: sent without an answer, or given as a file. */
  earlier?: readonly PlanDocument[];
  /** Choices that are still open: `plan` has the others' side of them. */
  clashes?: readonly Clash[];
}

/** Where unsaved work waits for its editor to come back. Never throws: a browser that keeps nothing is said so. */
export interface Recovery {
  /** What tabs that are gone have left, the oldest first; this tab's to save from now on. */
  read(): Promise<readonly Kept[]>;
  /** Takes the place of what was read as well. False where the browser keeps nothing. */
  write(kept: Kept): Promise<boolean>;
  /** At once, for a page that is about to go. */
  writeNow(kept: Kept): void;
  /** The store has it all. */
  clear(): Promise<void>;
  /** This tab goes on to something else: whoever comes next may read what it leaves. */
  leave(): void;
}

const DB = 'sentier-studio';
const STORE = 'drafts';
/** A page that is being left holds its lock a little longer than it is seen. */
const PATIENCE_MS = 300;

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

/** Says that a tab is alive; undefined while another one has that name. Where there are no locks nobody can tell. */
function hold(name: string): Promise<(() => void) | undefined> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return Promise.resolve(() => undefined);
  return new Promise((done) => {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    locks
      .request(name, { signal: patience.signal }, () => {
        clearTimeout(timer);
        return new Promise<void>((left) => done(left));
      })
      .catch(() => done(undefined));
  });
}

/** Another tab's entry that this one has read. */
interface Claim {
  id: string;
  kept: Kept;
  release: () => void;
}

/**
 * An entry a tab, so that none writes over what another keeps. IndexedDB for every change; `localStorage`, which alone
 * writes before it returns, for a page that goes away while a change is still on its way. The newer of the two is read.
 */
export function browserRecovery(key: string, own = randomSigns(12)): Recovery {
  const nameOf = (id: string): string => `${DB}:${key}:${id}`;
  let db: Promise<IDBDatabase> | undefined;
  let claims: Claim[] = [];
  let alive: Promise<(() => void) | undefined> | undefined;
  const stay = () => (alive ??= hold(nameOf(own)));

  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await (db ??= open())).transaction(STORE, mode).objectStore(STORE);
  const readLocal = (id: string): Kept | undefined => {
    try {
      return (JSON.parse(localStorage.getItem(nameOf(id)) ?? 'null') as Kept | null) ?? undefined;
    } catch {
      return undefined;
    }
  };
  const writeLocal = (kept: object): boolean => {
    try {
      localStorage.setItem(nameOf(own), JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  };
  const clearLocal = (id: string): void => {
    try {
      localStorage.removeItem(nameOf(id));
    } catch {
      // A sandboxed frame has none.
    }
  };
  const idsThere = async (): Promise<string[]> => {
    const ids = new Set<string>();
    try {
      for (const name of Object.keys(localStorage))
        if (name.startsWith(nameOf('')) && !name.slice(nameOf('').length).includes(':'))
          ids.add(name.slice(nameOf('').length));
    } catch {
      // As above.
    }
    const keys = await store('readonly')
      .then((drafts) => asPromise(drafts.getAllKeys(IDBKeyRange.bound([key], [key, []]))))
      .catch(() => []);
    for (const one of keys as [string, string][]) ids.add(one[1]);
    return [...ids].filter((id) => id !== own);
  };
  const readOne = async (id: string): Promise<Kept | undefined> => {
    const atOnce = readLocal(id);
    const kept = await store('readonly')
      .then((drafts) => asPromise(drafts.get([key, id]) as IDBRequest<Kept | undefined>))
      .catch(() => undefined);
    if (!atOnce || (kept && kept.at >= atOnce.at)) return kept;
    return { ...atOnce, ...(kept?.earlier && { earlier: kept.earlier }) };
  };
  const claim = async (id: string): Promise<Claim | undefined> => {
    const release = await hold(nameOf(id));
    // Whoever had it until now may have saved it, or gone on writing.
    const kept = release && (await readOne(id));
    if (kept) return { id, kept, release };
    release?.();
    return undefined;
  };
  /** Unless somebody wrote there again: where there are no locks, a tab that lives may have been taken for gone. */
  const forget = async (drafts: IDBObjectStore, { id, kept }: Claim): Promise<void> => {
    const there = await asPromise(drafts.get([key, id]) as IDBRequest<Kept | undefined>);
    if (there && there.at <= kept.at) await asPromise(drafts.delete([key, id]));
  };
  const letGo = (): void => {
    for (const { release } of claims) release();
    claims = [];
  };
  const done = (): void => {
    for (const { id, kept } of claims) if ((readLocal(id)?.at ?? Infinity) <= kept.at) clearLocal(id);
    letGo();
  };

  return {
    async read() {
      letGo();
      await stay();
      const found = await Promise.all((await idsThere()).map(claim));
      claims = found.filter((one) => one !== undefined).sort((a, b) => a.kept.at - b.kept.at);
      return claims.map(({ kept }) => kept);
    },
    async write(kept) {
      void stay();
      try {
        // One transaction: at no moment is it in neither place, and never in both.
        const drafts = await store('readwrite');
        await asPromise(drafts.put(kept, [key, own]));
        for (const one of claims) await forget(drafts, one);
        clearLocal(own);
        done();
        return true;
      } catch {
        const isKept = writeLocal(kept);
        if (isKept) done();
        return isKept;
      }
    },
    writeNow(kept) {
      // Each would be written out in full here; what IndexedDB has of them is read with it.
      // Too big, or refused: what IndexedDB has, at most one change behind, must do.
      writeLocal({ ...kept, earlier: undefined });
    },
    async clear() {
      clearLocal(own);
      await store('readwrite')
        .then(async (drafts) => {
          await asPromise(drafts.delete([key, own]));
          for (const one of claims) await forget(drafts, one);
        })
        .catch(() => undefined);
      done();
    },
    leave() {
      letGo();
      void alive?.then((left) => left?.());
      alive = undefined;
    },
  };
}
