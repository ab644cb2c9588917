/**
 * Projects kept by the browser (IndexedDB: it also works for a page from disk, where OPFS does not). A browser may
 * refuse; then nothing is kept, and the page says so.
 */
import type { ProjectParts } from "./work/messages.ts";

const DATABASE = "paperweave";
const STORE = "projects";

export interface StoredProject extends ProjectParts {
  /** The later one was kept first has the smaller number. */
  readonly id: number;
}

/** Newest first; none where the browser keeps none. */
export async function listProjects(): Promise<readonly StoredProject[]> {
  try {
    const all = await ask<StoredProject[]>("readonly", (store) => store.getAll() as IDBRequest<StoredProject[]>);
    return all.reverse();
  } catch {
    return [];
  }
}

/** @returns its number; undefined where the browser does not keep it. @param id of the project as it was kept before */
export async function keepProject(parts: ProjectParts, id: number | undefined): Promise<number | undefined> {
  try {
    const stored = id === undefined ? parts : { ...parts, id };
    return (await ask("readwrite", (store) => store.put(stored))) as number;
  } catch {
    return undefined;
  }
}

export async function forgetProject(id: number): Promise<void> {
  await ask("readwrite", (store) => store.delete(id)).catch(() => undefined);
}

async function ask<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((done, refuse) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const request = what(transaction.objectStore(STORE));
      // Once all of it is written: a tab may be ended at any moment.
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => refuse(transaction.error ?? new Error("not kept"));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, refuse) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => refuse(request.error ?? new Error("no database"));
  });
}
