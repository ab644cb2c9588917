/**
 * Why a term is there: the same trail as `paperweave explain`, read from this page's document when asked for.
 */
import { documentOf } from "../../data/map-index.ts";
import { useSignal } from "@preact/signals";
import type { TermNode } from "../../../src/contract/graph-document.ts";
import { explainTerm } from "../../../src/explain/explain.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";

/** The heading of a line takes this many characters, and one blank. */
const HEADING = 10;

export function Explain({ term }: { readonly term: TermNode }) {
  const { index } = useStore();
  const open = useSignal(false);
  return (
    <details class="explain" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{TEXTS.panel.explain}</summary>
      {open.value && (
        <dl>
          {grouped(explainTerm(documentOf(index), [], term.term).lines.slice(1)).map(({ heading, lines }) => (
            <div key={heading}>
              <dt>{heading}</dt>
              <dd>
                {lines.map((line, i) => (
                  <p key={i} class={line.startsWith(" ") ? "quoted" : undefined}>
                    {line.trim()}
                  </p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}

/** Lines under the heading that they continue. */
function grouped(lines: readonly string[]): { readonly heading: string; readonly lines: readonly string[] }[] {
  const groups: { heading: string; lines: string[] }[] = [];
  for (const line of lines.filter((text) => text.trim() !== "")) {
    const heading = line.slice(0, HEADING).trim();
    const last = groups.at(-1);
    if (heading || !last) groups.push({ heading, lines: [line.slice(HEADING + 1)] });
    else last.lines.push(line.slice(HEADING + 1));
  }
  return groups;
}
