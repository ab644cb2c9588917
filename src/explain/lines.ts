/** Lines of an explanation. */

/** The heading in a column of its own. */
export function line(heading: string, text: string): string {
  return `${heading.padEnd(10)} ${text}`;
}

export function plural(n: number, word: string): string {
  return n === 1 ? word : `${word}s`;
}
