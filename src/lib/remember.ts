/**
 * Answers that are worked out once for an object and kept as long as it lives.
 */
export function remember<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let kept = known.get(key);
    if (kept === undefined) known.set(key, (kept = { value: work(key) }));
    return kept.value;
  };
}
