/**
 * The errors that end a run: wrong use or unusable input (exit code 2). Everything else thrown is a fault of ours, but
 * for answers of a service that are no answers, which are asked for again.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What the user can do about it. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}

/** A service's answer that is cut off or garbled: the same request may be answered well later. */
export class UnreadableAnswer extends Error {
  override readonly name = "UnreadableAnswer";
}
