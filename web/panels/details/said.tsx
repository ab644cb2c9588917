/**
 * Sentences that papers say, one click away: a count that opens them.
 */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Statement } from "../../../src/query/stated.ts";
import { quoteSentence } from "../../data/evidence.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { Quotes } from "./marked-text.tsx";

interface SaidProps {
  /** What stands before the button. */
  readonly children: ComponentChildren;
  /** On the button: a number of papers, a value. */
  readonly words: string;
  /** As it is read out. */
  readonly label: string;
  readonly statements: readonly Statement[];
  /** Terms that are marked in the sentences. */
  readonly terms: readonly number[];
}

export function Said({ children, words, label, statements, terms }: SaidProps) {
  const open = useSignal(false);
  return (
    <>
      <div class="said">
        {children}
        <button
          type="button"
          class="said-by"
          aria-expanded={open.value}
          aria-label={label}
          onClick={() => (open.value = !open.value)}
        >
          {words}
        </button>
      </div>
      {open.value && <Statements statements={statements} terms={terms} />}
    </>
  );
}

/** The sentences with their papers. */
export function Statements({ statements, terms }: Pick<SaidProps, "statements" | "terms">) {
  const { index } = useStore();
  if (statements.length === 0) return <p class="quiet">{TEXTS.facts.byName}</p>;
  return (
    <MoreList items={statements} first={3} className="evidence">
      {(statement) => {
        const parts = quoteSentence(index, statement, terms);
        return (
          <>
            {parts && <Quotes list={[parts]} />}
            <NodeLink node={statement.paper} />
          </>
        );
      }}
    </MoreList>
  );
}
