/**
 * Files of bytes that tell whether they are whole: the SHA-256 of the content stands behind it.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { readPlainFile } from "./plain-file.ts";

const DIGEST_BYTES = 32;

/** What stands in such a file: the content and its digest. */
export function seal(content: ArrayBuffer): Uint8Array {
  const bytes = new Uint8Array(content);
  return Buffer.concat([bytes, digestOf(bytes)]);
}

/** Appears as a whole, or not at all while the machine runs: what a power cut tears is told by its digest. */
export async function writeSealed(file: string, content: ArrayBuffer): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString("hex")}${DRAFT_ENDING}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(draft, "w");
    try {
      await handle.writeFile(seal(content));
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Ending of files that are being written. */
export const DRAFT_ENDING = ".part";

/** @returns undefined when the file is damaged or cut off @throws what reading throws */
export async function readSealed(file: string): Promise<ArrayBuffer | undefined> {
  const bytes = await readPlainFile(file);
  const content = bytes.subarray(0, Math.max(0, bytes.length - DIGEST_BYTES));
  if (!digestOf(content).equals(bytes.subarray(content.length))) return undefined;
  // A buffer of its own, which can be handed to a thread.
  return new Uint8Array(content).buffer;
}

function digestOf(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}
