/** Terms that were missed because something shorter or longer was taken in their place. */

export interface BorderErrors {
  /** A part of the string was chosen. */
  short: number;
  /** A string around it was chosen. */
  long: number;
}

/** @param gold and `found`: strings of one paper, in the normal form of the scorer */
export function countBorders(gold: ReadonlySet<string>, found: ReadonlySet<string>, into: BorderErrors): void {
  const wrong = [...found].filter((key) => !gold.has(key));
  for (const key of gold) {
    if (found.has(key)) continue;
    if (wrong.some((other) => lies(other, key))) into.short++;
    else if (wrong.some((other) => lies(key, other))) into.long++;
  }
}

/** Whole words; the last one of the part may be in the plural inside. */
function lies(part: string, whole: string): boolean {
  return ` ${whole} `.includes(` ${part} `) || ` ${whole} `.includes(` ${part}s `);
}
