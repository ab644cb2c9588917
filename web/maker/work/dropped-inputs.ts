/**
 * Dropped files, packed or not → streams of text, as `src/io/inputs.ts` gives them of the disk.
 */
import type { Problem } from "../../../src/contract/problem.ts";
import type { Source } from "../../../src/domain/source.ts";
import { append } from "../../../src/lib/append.ts";
import { UsageError } from "../../../src/lib/errors.ts";
import { Sha256 } from "../../../src/lib/sha256.ts";
import { endingsHint, hasReadableEnding } from "../../../src/read/readers.ts";
import { chooseInArchive } from "../../../src/unpack/archive.ts";
import { alsoPacked } from "../../../src/unpack/name-rule.ts";
import { packingOf, unpacked } from "../../../src/unpack/packing.ts";
import { decodeStream } from "../../../src/unpack/text-decoder.ts";
import { gunzipStream } from "./gunzip.ts";
import type { NamedFile } from "./messages.ts";
import { chunksOf, listBlob } from "./zip-list.ts";

interface DroppedSource extends Source {
  /** SHA-256 of the text in UTF-8; known when it has been read to its end. */
  readonly sha256: () => string;
}

export interface OpenedInputs {
  readonly sources: readonly DroppedSource[];
  readonly problems: readonly Problem[];
}

/** @param onText is told of every piece of text by its length in UTF-16 units; what it throws ends the reading */
export async function openInputs(files: readonly NamedFile[], onText: (units: number) => void): Promise<OpenedInputs> {
  const rule = alsoPacked({ isReadable: hasReadableEnding, hint: endingsHint() });
  const sources: DroppedSource[] = [];
  const problems: Problem[] = [];
  for (const { name, blob } of files) {
    const head = await firstBytes(blob);
    if (head === undefined) problems.push(unreadable(name));
    else if (packingOf(head) !== "zip") sources.push(openSource(name, bytesOf(blob), onText));
    else {
      const listed = await chooseInArchive(
        name,
        () => listBlob(blob),
        () => blob.size,
        rule,
      );
      append(problems, listed.problems);
      for (const { file, bytes } of listed.files) sources.push(openSource(file, bytes(), onText));
    }
  }
  return { sources, problems };
}

/** Undefined where the browser cannot read it: a folder, or a file that was moved since it was dropped. */
async function firstBytes(blob: Blob): Promise<Uint8Array | undefined> {
  return blob
    .slice(0, 4)
    .arrayBuffer()
    .then(
      (buffer) => new Uint8Array(buffer),
      () => undefined,
    );
}

async function* bytesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  try {
    yield* chunksOf(blob.stream());
  } catch (error) {
    throw new UsageError("the browser could not read this file to its end", "drop it again", { cause: error });
  }
}

function openSource(file: string, bytes: AsyncIterable<Uint8Array>, onText: (units: number) => void): DroppedSource {
  const { text, repairs } = decodeStream(unpacked(bytes, gunzipStream), file);
  const hash = new Sha256();
  let digest: string | undefined;
  return { file, text: hashed(text, hash, onText), repairs, sha256: () => (digest ??= hash.hex()) };
}

async function* hashed(
  text: AsyncIterable<string>,
  hash: Sha256,
  onText: (units: number) => void,
): AsyncGenerator<string> {
  const encoder = new TextEncoder();
  for await (const chunk of text) {
    onText(chunk.length);
    hash.update(encoder.encode(chunk));
    yield chunk;
  }
}

function unreadable(file: string): Problem {
  const message = "the browser cannot read this file";
  const hint = "drop it again, or check its permissions";
  return { code: "input/unreadable", severity: "error", message, hint, where: { file, line: 1 } };
}
