/**
 * The errors that end a run: wrong use or unusable input (exit code 2). Everything else thrown is a fault of ours.
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
