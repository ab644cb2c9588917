/**
 * Text of papers as a terminal may be given it. Sequences that move the cursor, colour, rename the window or write to the
 * clipboard are left out whole, and so are single control characters and what turns the direction of writing.
 */

/** CSI with its parameters, OSC, DCS and their like up to their end, other escapes with the letter behind them. */
const SEQUENCE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u009c|\u001b\\)?|\u001b[ -/]*[0-~]?/g;

/** Controls but tab and line feed, line separators, embeddings, overrides and isolates. */
// eslint-disable-next-line no-control-regex -- as above
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

export function terminalText(text: string): string {
  return text.replace(SEQUENCE, "").replace(CONTROL, "");
}
