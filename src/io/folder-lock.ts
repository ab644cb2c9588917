/**
 * One process at a time puts files of a folder in place.
 *
 * The lock is a folder that is moved into place with the name of its process in it, which only one can: at no moment it is
 * nobody's. A lock whose process is gone is taken over. Where that cannot be told (another machine, another container) it counts as gone once it has
 * not been touched for `ABANDONED_MS`; it is held for as long as a dozen renames take.
 */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "../lib/errors.ts";
import { isUntouchedFor } from "./file-age.ts";
import { isRunning, ownIdentity } from "./process-identity.ts";

const LOCK = ".paperweave-lock";
const ABANDONED_MS = 30_000;
const RETRY_MS = 20;
const PATIENCE_MS = 60_000;

/** @throws UsageError when another process holds the lock for a minute, and whatever `work` throws. */
export async function withFolderLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const release = await acquire(join(dir, LOCK));
  try {
    return await work();
  } finally {
    await release();
  }
}

/** Takes away what killed processes left of locks. */
export async function sweepLocks(dir: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = join(dir, name);
    if (name === LOCK) await breakAbandoned(path);
    else if (name.startsWith(`${LOCK}-`) && !(isRunning(name.slice(LOCK.length + 1)) ?? !(await isOld(path))))
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function acquire(lock: string): Promise<() => Promise<void>> {
  const owner = `${ownIdentity()}.${randomBytes(6).toString("hex")}`;
  const beside = `${lock}-${owner}`;
  await mkdir(beside);
  try {
    await mkdir(join(beside, owner));
    for (let waited = 0; ; waited += RETRY_MS) {
      if (await movedInto(beside, lock)) return async () => release(lock, owner);
      await breakAbandoned(lock);
      if (waited >= PATIENCE_MS)
        throw new UsageError(
          `another run is putting its files in place: ${lock}`,
          "wait for it, or remove that folder",
        );
      await setTimeout(RETRY_MS);
    }
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/** False where another one holds the lock. */
async function movedInto(beside: string, lock: string): Promise<boolean> {
  try {
    await rename(beside, lock);
    return true;
  } catch (error) {
    // Systems have several words for it.
    if (await stat(lock).catch(() => undefined)) return false;
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && ["EEXIST", "ENOTEMPTY", "EPERM", "EACCES", "EBUSY"].includes(code)) return false;
    throw error;
  }
}

/** Moved away before it is removed: an empty lock could be another's a moment later. */
async function release(lock: string, owner: string): Promise<void> {
  if ((await ownerOf(lock)) !== owner) return;
  const beside = `${lock}-${owner}`;
  await rename(lock, beside).catch(() => undefined);
  await rm(beside, { recursive: true, force: true });
}

async function ownerOf(lock: string): Promise<string | undefined> {
  return (await readdir(lock).catch(() => []))[0];
}

async function breakAbandoned(lock: string): Promise<void> {
  const owner = await ownerOf(lock);
  if (owner === undefined ? !(await isOld(lock)) : (isRunning(owner) ?? !(await isOld(lock)))) return;
  // Of several that see this one moves it; what is moved is looked at again, for it may be another's by now.
  const aside = `${lock}-${ownIdentity()}.${randomBytes(6).toString("hex")}`;
  if (
    !(await rename(lock, aside).then(
      () => true,
      () => false,
    ))
  )
    return;
  if ((await ownerOf(aside)) === owner) await rm(aside, { recursive: true, force: true });
  else await rename(aside, lock).catch(() => undefined);
}

const isOld = async (path: string): Promise<boolean> => isUntouchedFor(path, ABANDONED_MS);
