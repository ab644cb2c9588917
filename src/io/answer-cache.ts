/**
 * Answers of services, kept on disk by address: a fetch that was interrupted goes on where it stopped.
 */
import { createHash } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { DiskCache } from "./disk-cache.ts";

/** A fetch that was interrupted longer ago begins anew, in milliseconds. */
const RESUMED_MS = 24 * 3_600_000;

/** What one fetch takes from the cache and gives to it. */
export interface KeptAnswers {
  /** Undefined for an address that is to be asked. */
  read(url: string): Promise<string | undefined>;
  keep(url: string, body: string): Promise<void>;
  /** The fetch is complete: the next one asks anew what is older than it wants. */
  finish(): Promise<void>;
}

interface Entry {
  readonly at: number;
  readonly text: string;
}

/**
 * @param question what is asked, as a whole: a fetch of the same that was interrupted is taken up again
 * @param maxAgeMs answers of finished fetches that are not older are taken too
 */
export async function openAnswers(
  cache: DiskCache,
  question: string,
  maxAgeMs: number,
  clock: Clock,
): Promise<KeptAnswers> {
  const marker = keyOf("fetch", question);
  const begun = entryIn(await cache.read(marker));
  const now = clock.now();
  // What was kept in the future was kept by a clock that was wrong, or by this one before it was set right.
  const isOpen = begun?.text === "open" && begun.at <= now && now - begun.at < RESUMED_MS;
  const startedAt = isOpen ? begun.at : now;
  const write = async (key: string, entry: Entry): Promise<void> =>
    cache.write(key, new TextEncoder().encode(JSON.stringify(entry)).buffer);
  await write(marker, { at: startedAt, text: "open" });
  const oldest = Math.min(startedAt, now - maxAgeMs);
  // Lists move while they are read: behind a page that was asked anew, no page of an earlier reading fits.
  let isAskedAnew = false;
  return {
    read: async (url) => {
      const entry = isAskedAnew ? undefined : entryIn(await cache.read(keyOf("answer", url)));
      if (entry && entry.at >= oldest && entry.at <= clock.now()) return entry.text;
      isAskedAnew = true;
      return undefined;
    },
    keep: async (url, text) => write(keyOf("answer", url), { at: clock.now(), text }),
    finish: async () => write(marker, { at: startedAt, text: "finished" }),
  };
}

function keyOf(kind: string, name: string): string {
  return createHash("sha256").update(`${kind}\0${name}`).digest("hex");
}

function entryIn(content: ArrayBuffer | undefined): Entry | undefined {
  if (!content) return undefined;
  try {
    const entry = JSON.parse(new TextDecoder().decode(content)) as Partial<Entry>;
    return typeof entry.at === "number" && typeof entry.text === "string" ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
}
