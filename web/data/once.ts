/** Does it at the first call only; every call gets what that one gives. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let given: Promise<T> | undefined;
  return () => (given ??= work());
}
