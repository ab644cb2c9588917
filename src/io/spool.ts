/**
 * A list that is written once and read several times, from its beginning: in memory while it is short, in a file of the
 * system's temporary folder when it grows.
 */
import { createReadStream } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../lib/errors.ts";

const IN_MEMORY = 2_000;
/** Items that are written at once when there is a file: few, so that they are collected as garbage while they are young. */
const AT_ONCE = 100;

export class Spool<T> {
  private waiting: T[] = [];
  private folder: string | undefined;
  private file: FileHandle | undefined;
  private hasFile = false;
  private readonly others: { close(): Promise<void> }[] = [];

  /** @param inMemory items that are kept in memory before a file is begun. */
  constructor(private readonly inMemory = IN_MEMORY) {}

  async add(item: T): Promise<void> {
    this.waiting.push(item);
    if (this.waiting.length >= (this.hasFile ? Math.min(AT_ONCE, this.inMemory) : this.inMemory)) await this.flush();
  }

  /** The items in the order in which they were added. Nothing is added while they are read. */
  async *items(): AsyncGenerator<T> {
    await this.file?.close();
    this.file = undefined;
    if (this.hasFile) for await (const line of linesOf(this.path())) yield JSON.parse(line) as T;
    yield* this.waiting;
  }

  /**
   * Another list, whose file goes when this list is closed.
   *
   * @param share how many such lists share the memory of one.
   */
  beside<U>(share: number): Spool<U> {
    const other = new Spool<U>(Math.max(1, Math.floor(this.inMemory / share)));
    this.others.push(other);
    return other;
  }

  async close(): Promise<void> {
    for (const other of this.others) await other.close();
    await this.file?.close();
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }

  private path(): string {
    return join(this.folder ?? "", "records.jsonl");
  }

  private async flush(): Promise<void> {
    try {
      this.folder ??= await mkdtemp(join(tmpdir(), "paperweave-"));
      this.file ??= await open(this.path(), "a");
      this.hasFile = true;
      while (this.waiting.length > 0) {
        const lines = this.waiting.splice(0, AT_ONCE).map((item) => `${JSON.stringify(item)}\n`);
        await this.file.appendFile(lines.join(""));
      }
    } catch (error) {
      throw new UsageError(
        `cannot write to the temporary folder ${tmpdir()}: ${(error as Error).message}`,
        "make room there, or name another folder: TMPDIR=…",
        { cause: error },
      );
    }
  }
}

/** Lines that `JSON.stringify` wrote: it escapes every line feed but those between them. */
async function* linesOf(path: string): AsyncGenerator<string> {
  // Pieces of the line that is not over yet: joined once, for a line may be longer than many chunks.
  let open: string[] = [];
  for await (const chunk of createReadStream(path, "utf8")) {
    const [first = "", ...others] = (chunk as string).split("\n");
    open.push(first);
    for (const next of others) {
      yield open.join("");
      open = [next];
    }
  }
}
