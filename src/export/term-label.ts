/**
 * Names of classes for term types.
 */

/** `dataset` → `Dataset`. */
export function termLabel(type: string): string {
  return type.slice(0, 1).toUpperCase() + type.slice(1);
}
