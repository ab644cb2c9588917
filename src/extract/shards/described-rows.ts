/**
 * What the fourth phase found of a shard's terms, kept as numbers until the fifth asks for it: 32 bytes a row.
 */
import { ROLES } from "../../contract/graph-document.ts";
import { GrowingColumn } from "../../tables/column.ts";
import type { DescribedTerm } from "../terms/describe-terms.ts";
import type { RelateTerm } from "../relate/relate-types.ts";

/** Papers are written in their order, then read in any. */
export class DescribedRows {
  /** Per paper: row behind its last term. */
  readonly #ends = new GrowingColumn("u32");
  readonly #term = new GrowingColumn("u32");
  readonly #certainty = new GrowingColumn("f32");
  /** Per row one share a role. */
  readonly #shares = new GrowingColumn("f32");

  term({ term, certainty, shares }: Pick<DescribedTerm, "term" | "certainty" | "shares">): void {
    this.#term.push(term);
    this.#certainty.push(certainty);
    for (let r = 0; r < ROLES.length; r++) this.#shares.push(shares[r]!);
  }

  paper(): void {
    this.#ends.push(this.#term.length);
  }

  /** The terms of paper `i` by their numbers. */
  of(i: number): Map<number, Pick<RelateTerm, "certainty" | "roles">> {
    const found = new Map<number, Pick<RelateTerm, "certainty" | "roles">>();
    for (let row = i === 0 ? 0 : this.#ends.at(i - 1); row < this.#ends.at(i); row++) {
      const roles = Float64Array.from(ROLES, (_, r) => this.#shares.at(row * ROLES.length + r));
      found.set(this.#term.at(row), { certainty: this.#certainty.at(row), roles });
    }
    return found;
  }
}
