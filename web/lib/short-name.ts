/**
 * Names of communities, which are of one term or of two.
 */

/** The halves of a name of two; one where it is of one. */
export function halvesOf(label: string): [string, ...string[]] {
  return label.split(" & ") as [string, ...string[]];
}

/** The first half. */
export function shortName(label: string): string {
  return halvesOf(label)[0];
}
