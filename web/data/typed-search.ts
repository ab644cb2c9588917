/**
 * Whether a text in the search box is a typed search.
 */

/** Fields, operators, quotation marks: more than words to look up. */
export function looksTyped(text: string): boolean {
  return /(^|[\s(])(AND|OR|NOT)(?=[\s(]|$)|"|(^|[\s(])-?[a-z_]+:\S|(^|\s)-\S/.test(text);
}
