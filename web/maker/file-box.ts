/**
 * The files of one build as they come from the worker: whoever asks for one waits until it is there.
 */
interface Expected {
  readonly blob: Promise<Blob>;
  readonly put: (blob: Blob) => void;
  readonly refuse: (fault: Error) => void;
}

export class FileBox {
  readonly #files = new Map<string, Expected>();
  #end: Error | undefined;

  put(name: string, blob: Blob): void {
    this.#expect(name).put(blob);
  }

  /** No more come. @param fault what is said to those who wait, or ask for a name that is not there */
  close(fault: Error): void {
    this.#end = fault;
    // Those that have their file are not moved by it.
    for (const { refuse } of this.#files.values()) refuse(fault);
  }

  /** @throws Error when the build ends without it */
  async get(name: string): Promise<Blob> {
    return this.#expect(name).blob;
  }

  #expect(name: string): Expected {
    let expected = this.#files.get(name);
    if (expected) return expected;
    let put!: Expected["put"];
    let refuse!: Expected["refuse"];
    const blob = new Promise<Blob>((done, fail) => {
      put = done;
      refuse = fail;
    });
    blob.catch(() => undefined);
    expected = { blob, put, refuse };
    this.#files.set(name, expected);
    if (this.#end) refuse(this.#end);
    return expected;
  }
}
