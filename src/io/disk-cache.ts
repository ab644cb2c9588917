/**
 * Results of stages, kept on disk by key: found there, a stage is not run again. Any number of processes may share a
 * folder; an entry that is torn, damaged or gone is a miss and costs no more than the work it would have saved.
 */
import { readdir, rm, stat, utimes } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { compareCodePoints } from "../lib/order.ts";
import { DRAFT_ENDING, readSealed, writeSealed } from "./sealed-file.ts";

/** A half-written file that is older than this was left by a run that died. */
const ABANDONED_MS = 3_600_000;
/** Characters of the key that name the folder of an entry. */
const FAN_OUT = 2;

export class DiskCache {
  readonly #dir: string;
  readonly #maxBytes: number;

  /** @param maxBytes entries that were used longest ago are removed above it, by `evict` */
  constructor(dir: string, maxBytes: number) {
    this.#dir = dir;
    this.#maxBytes = maxBytes;
  }

  async read(key: string): Promise<ArrayBuffer | undefined> {
    const file = this.#fileOf(key);
    // The clock says what was used longest ago; no output depends on it.
    const now = new Date();
    try {
      const content = await readSealed(file);
      await (content ? utimes(file, now, now) : rm(file, { force: true }));
      return content;
    } catch {
      return undefined;
    }
  }

  /** A folder that cannot be written to keeps nothing: the work is done again next time. */
  async write(key: string, content: ArrayBuffer): Promise<void> {
    await writeSealed(this.#fileOf(key), content).catch(() => undefined);
  }

  /** Removes what was used longest ago until the folder is within its bound, and what dead runs left half-written. */
  async evict(): Promise<void> {
    const entries = await this.#entries();
    let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { file, bytes, used } of entries) {
      const isAbandoned = file.endsWith(DRAFT_ENDING) && Date.now() - used > ABANDONED_MS;
      if (total <= this.#maxBytes && !isAbandoned) continue;
      await rm(file, { force: true }).catch(() => undefined);
      total -= bytes;
    }
  }

  /** Those used longest ago first. */
  async #entries(): Promise<{ file: string; bytes: number; used: number }[]> {
    const found: { file: string; bytes: number; used: number }[] = [];
    for (const folder of await readdir(this.#dir).catch(() => [])) {
      for (const name of await readdir(join(this.#dir, folder)).catch(() => [])) {
        const file = join(this.#dir, folder, name);
        const info = await stat(file).catch(() => undefined);
        if (info?.isFile()) found.push({ file, bytes: info.size, used: info.mtimeMs });
      }
    }
    return found.sort((a, b) => a.used - b.used || compareCodePoints(a.file, b.file));
  }

  #fileOf(key: string): string {
    return join(this.#dir, key.slice(0, FAN_OUT), key);
  }
}

/** Where programs of this user keep what can be made again. */
export function userCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, "paperweave");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "paperweave");
  if (process.platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "paperweave", "Cache");
  return join(homedir(), ".cache", "paperweave");
}
