/** Position of a token in a term: outside, begin, inside, end, single. */
export const enum Label {
  O,
  B,
  I,
  E,
  S,
}

export const LABELS = 5;

/** `ALLOWED[from * LABELS + to]`: 1 where a term's positions may follow each other. */
export const ALLOWED: Uint8Array = (() => {
  const allowed = new Uint8Array(LABELS * LABELS);
  for (const from of [Label.O, Label.E, Label.S])
    for (const to of [Label.O, Label.B, Label.S]) allowed[from * LABELS + to] = 1;
  for (const from of [Label.B, Label.I]) for (const to of [Label.I, Label.E]) allowed[from * LABELS + to] = 1;
  return allowed;
})();

/** A sentence neither starts inside a term nor ends in one. */
export const MAY_START: Uint8Array = Uint8Array.of(1, 1, 0, 0, 1);
export const MAY_END: Uint8Array = Uint8Array.of(1, 0, 0, 1, 1);
