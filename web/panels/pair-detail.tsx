/**
 * What joins two nodes: the sentences behind the edge.
 */
import type { MentionEdge } from "../../src/contract/graph-document.ts";
import { quoteBoth, quotes, type TextPart } from "../data/evidence.ts";
import {
  isPaper,
  mentionsOf,
  numberOf,
  paperAt,
  relationsOf,
  similarOf,
  type MapIndex,
  type Neighbor,
} from "../data/map-index.ts";
import { useStore } from "../state/store.ts";
import { percent, TEXTS } from "../texts.ts";
import { MarkedText } from "./marked-text.tsx";
import { MoreList } from "./more-list.tsx";
import { NodeLink } from "./node-link.tsx";

export function PairDetail({ a, b }: { readonly a: number; readonly b: number }) {
  const { index } = useStore();
  const to = <E,>(edges: readonly Neighbor<E>[]) => edges.filter(({ node }) => node === b).map(({ edge }) => edge);
  const mentions = to(mentionsOf(index, a));
  const together = to(relationsOf(index, a, "cooccurs"));
  const hierarchy = to(relationsOf(index, a, "is_a"));
  const similar = to(similarOf(index, a));
  return (
    <>
      <NodeLink node={a} />
      <NodeLink node={b} />
      {mentions.map((edge) => (
        <MentionSection
          key={edge.term}
          edge={edge}
          paper={isPaper(index, a) ? a : b}
          term={isPaper(index, a) ? b : a}
        />
      ))}
      {hierarchy.map((edge) => {
        const narrower = numberOf(index, edge.narrower ?? "") === a ? a : b;
        return (
          <section key={edge.source}>
            <h3>{TEXTS.panel.isA}</h3>
            <NodeLink node={narrower} note={TEXTS.panel.narrower.toLowerCase()} />
            <NodeLink node={narrower === a ? b : a} note={TEXTS.panel.broader.toLowerCase()} />
          </section>
        );
      })}
      {together.map((edge) => (
        <section key={edge.source}>
          <h3>{TEXTS.panel.together}</h3>
          <p class="facts">
            <span>{TEXTS.panel.relatedPapers(edge.papers)}</span>
            <span>{TEXTS.panel.npmi(edge.npmi)}</span>
          </p>
          <MoreList items={edge.evidence} first={5} className="evidence">
            {(evidence) => {
              const paper = numberOf(index, evidence.paper);
              if (paper === undefined) return null;
              const parts = quoteBoth(index, paper, evidence, [a, b]);
              return (
                <>
                  {(parts ? [parts] : ownQuotes(index, paper, [a, b])).map((quote, i) => (
                    <blockquote key={i}>
                      <MarkedText parts={quote} linked={false} />
                    </blockquote>
                  ))}
                  <NodeLink node={paper} />
                </>
              );
            }}
          </MoreList>
        </section>
      ))}
      {similar.map((edge) => (
        <section key={edge.source}>
          <h3>{TEXTS.panel.similarity(percent(edge.weight))}</h3>
          <MoreList items={edge.shared.flatMap((id) => numberOf(index, id) ?? [])} first={10}>
            {(term) => <NodeLink node={term} />}
          </MoreList>
        </section>
      ))}
      {mentions.length + together.length + hierarchy.length + similar.length === 0 && (
        <p class="quiet">{TEXTS.panel.noEdge}</p>
      )}
    </>
  );
}

/** Where no sentence holds both terms: the first one of each. */
function ownQuotes(index: MapIndex, paper: number, terms: readonly number[]): (readonly TextPart[])[] {
  const node = paperAt(index, paper);
  if (!node) return [];
  const mentions = mentionsOf(index, paper);
  return terms.flatMap((term) => {
    const mention = mentions.find((entry) => entry.node === term);
    return mention
      ? quotes(node, mention.edge, term)
          .slice(-1)
          .map(({ parts }) => parts)
      : [];
  });
}

interface MentionSectionProps {
  readonly edge: MentionEdge;
  readonly paper: number;
  readonly term: number;
}

function MentionSection({ edge, paper, term }: MentionSectionProps) {
  const { index } = useStore();
  const node = paperAt(index, paper);
  if (!node) return null;
  return (
    <section>
      <h3>{TEXTS.role(edge.role)}</h3>
      {edge.role_cue && <p class="facts">{TEXTS.panel.cue(edge.role_cue)}</p>}
      {quotes(node, edge, term).map((quote, i) => (
        <blockquote key={i}>
          <MarkedText parts={quote.parts} linked={false} />
        </blockquote>
      ))}
    </section>
  );
}
