/**
 * What ties two communities: terms of one in papers of the other, and those papers.
 */
import { useMemo } from "preact/hooks";
import { acrossOf, type Counted } from "../../data/between.ts";
import { useStore } from "../../state/store.ts";
import { plain } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { MoreList } from "../parts/more-list.tsx";
import { CommunityLink, NodeLink } from "../parts/node-link.tsx";

export function BetweenDetail({ a, b }: { readonly a: number; readonly b: number }) {
  const { index } = useStore();
  const { terms, papers } = useMemo(() => acrossOf(index, a, b), [index, a, b]);
  const lists: readonly (readonly [string, readonly Counted[], (count: number) => string])[] = [
    [TEXTS.between.terms, terms, TEXTS.between.inPapers],
    [TEXTS.between.papers, papers, TEXTS.between.ofTerms],
  ];
  return (
    <>
      <p class="belongs">
        <CommunityLink community={a} />
        <CommunityLink community={b} />
      </p>
      <p class="hint weak-why">{TEXTS.between.help}</p>
      {lists.map(([title, list, note]) => (
        <section key={title}>
          <h3>
            {title} <span class="number">{plain(list.length)}</span>
          </h3>
          <MoreList items={list} first={12}>
            {({ node, count }) => <NodeLink node={node} note={note(count)} />}
          </MoreList>
        </section>
      ))}
    </>
  );
}
