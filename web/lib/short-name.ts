/**
 * Names of communities, which are of one term, of two ("A & B") or of three ("A, B & C").
 */

/** The terms of a name. */
export function partsOf(label: string): [string, ...string[]] {
  return label.split(label.includes(" & ") ? /, | & / : " & ") as [string, ...string[]];
}

/** The first of them. */
export function shortName(label: string): string {
  return partsOf(label)[0];
}
