/**
 * Kinds that papers state beside those that names and lists tell: the same pair is one edge, and no circle is closed.
 */
import type { Narrowing } from "./broader-terms.ts";
import type { StatedRelation, StatedRelations } from "./stated-relations.ts";

/** A kind that one paper alone states must be so sure. */
const MIN_CONFIDENCE = 0.4;

export class SaidKinds {
  readonly #stated: StatedRelations | undefined;
  /** Places of statements by their two terms. */
  readonly #places = new Map<string, number>();
  /** Places of statements that make no edge of their own. */
  readonly #left = new Set<number>();

  /** @param told places of the statements that have room */
  constructor(stated: StatedRelations | undefined, told: Int32Array, narrowings: readonly Narrowing[]) {
    this.#stated = stated;
    const broaderOf = new Map<number, number[]>();
    const link = (narrower: number, broader: number) => {
      const list = broaderOf.get(narrower);
      if (list) list.push(broader);
      else broaderOf.set(narrower, [broader]);
    };
    const known = new Set<string>();
    for (const { narrower, broader } of narrowings) {
      link(narrower, broader);
      known.add(`${narrower} ${broader}`);
    }
    if (!stated) return;
    const kinds = Array.from(told)
      .filter((at) => stated.kindAt(at) === "is_a")
      .map((at) => ({ at, said: stated.at(at) }))
      .sort((a, b) => b.said.papers - a.said.papers || b.said.confidence - a.said.confidence || a.at - b.at);
    for (const { at, said } of kinds) {
      const { head, tail, papers, confidence } = said;
      const key = `${head} ${tail}`;
      if (known.has(key)) {
        this.#places.set(key, at);
        this.#left.add(at);
      } else if ((papers < 2 && confidence < MIN_CONFIDENCE) || leadsTo(broaderOf, tail, head)) this.#left.add(at);
      else link(head, tail);
    }
  }

  /** What papers state of a kind that names tell, too. */
  of({ narrower, broader }: Narrowing): StatedRelation | undefined {
    const at = this.#places.get(`${narrower} ${broader}`);
    return at === undefined ? undefined : this.#stated?.at(at);
  }

  /** Whether the statement at this place makes no edge of its own. */
  isLeft(at: number): boolean {
    return this.#left.has(at);
  }
}

function leadsTo(broaderOf: ReadonlyMap<number, readonly number[]>, from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of broaderOf.get(at) ?? []) seen.add(next);
  }
  return false;
}
