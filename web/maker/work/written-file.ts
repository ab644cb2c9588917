/**
 * An output as it is written: chunks in, a file of the browser and its hash out.
 */
import type { WrittenFile } from "../../../src/contract/run-record.ts";
import { Sha256 } from "../../../src/lib/sha256.ts";

/** UTF-16 units that are encoded at a time. */
const BATCH = 1 << 20;

export class FileInMaking {
  readonly #encoder = new TextEncoder();
  readonly #hash = new Sha256();
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #batch: string[] = [];
  #length = 0;
  #bytes = 0;

  add(chunk: string | Uint8Array): void {
    if (typeof chunk !== "string") {
      this.#flush();
      this.#keep(chunk.slice());
      return;
    }
    this.#batch.push(chunk);
    if ((this.#length += chunk.length) >= BATCH) this.#flush();
  }

  done(): { readonly blob: Blob; readonly written: WrittenFile } {
    this.#flush();
    return { blob: new Blob(this.#parts), written: { bytes: this.#bytes, sha256: this.#hash.hex() } };
  }

  #flush(): void {
    if (this.#length > 0) this.#keep(this.#encoder.encode(this.#batch.join("")));
    [this.#batch, this.#length] = [[], 0];
  }

  #keep(bytes: Uint8Array<ArrayBuffer>): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    this.#parts.push(bytes);
  }
}

export function writeFile(chunks: Iterable<string | Uint8Array>): ReturnType<FileInMaking["done"]> {
  const file = new FileInMaking();
  for (const chunk of chunks) file.add(chunk);
  return file.done();
}
