/**
 * What joins two nodes: the sentences behind the edge.
 */
import type { MentionEdge, RelationEdge, SimilarEdge } from "../../../src/contract/graph-document.ts";
import { quoteBoth, quotes, type TextPart } from "../../data/evidence.ts";
import {
  isPaper,
  mentionsOf,
  numberOf,
  paperAt,
  relationsOf,
  similarOf,
  type MapIndex,
  type Neighbor,
} from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { percent } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { Quotes } from "./marked-text.tsx";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";

interface PairProps {
  readonly a: number;
  readonly b: number;
}

export function PairDetail({ a, b }: PairProps) {
  const { index } = useStore();
  const to = <E,>(edges: readonly Neighbor<E>[]) => edges.filter(({ node }) => node === b).map(({ edge }) => edge);
  const mentions = to(mentionsOf(index, a));
  const together = to(relationsOf(index, a, "cooccurs"));
  const hierarchy = to(relationsOf(index, a, "is_a"));
  const similar = to(similarOf(index, a));
  const edges = mentions.length + together.length + hierarchy.length + similar.length;
  const shared = together.length === 0 ? sharedPapers(index, a, b) : [];
  const [paper, term] = isPaper(index, a) ? [a, b] : [b, a];
  return (
    <>
      <NodeLink node={a} />
      <NodeLink node={b} />
      {mentions.map((edge) => (
        <MentionSection key={edge.term} edge={edge} paper={paper} term={term} />
      ))}
      {hierarchy.map((edge) => (
        <HierarchySection key={edge.source} edge={edge} a={a} b={b} />
      ))}
      {together.map((edge) => (
        <TogetherSection key={edge.source} edge={edge} a={a} b={b} />
      ))}
      {similar.map((edge) => (
        <SimilarSection key={edge.source} edge={edge} />
      ))}
      {shared.length > 0 && <SharedSection papers={shared} a={a} b={b} />}
      {edges + shared.length === 0 && <p class="quiet">{TEXTS.panel.noEdge}</p>}
    </>
  );
}

interface EdgeProps<E> extends PairProps {
  readonly edge: E;
}

function HierarchySection({ edge, a, b }: EdgeProps<RelationEdge>) {
  const { index } = useStore();
  const [narrower, broader] = numberOf(index, edge.narrower ?? "") === a ? [a, b] : [b, a];
  return (
    <section>
      <h3>{TEXTS.panel.isA}</h3>
      <NodeLink node={narrower} note={TEXTS.panel.narrower.toLowerCase()} />
      <NodeLink node={broader} note={TEXTS.panel.broader.toLowerCase()} />
    </section>
  );
}

/** Papers and sentences in which both stand. */
function TogetherSection({ edge, a, b }: EdgeProps<RelationEdge>) {
  const { index } = useStore();
  return (
    <section>
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
              <Quotes list={parts ? [parts] : ownQuotes(index, paper, [a, b])} />
              <NodeLink node={paper} />
            </>
          );
        }}
      </MoreList>
    </section>
  );
}

function SimilarSection({ edge }: { readonly edge: SimilarEdge }) {
  const { index } = useStore();
  return (
    <section>
      <h3>{TEXTS.panel.similarity(percent(edge.weight))}</h3>
      <MoreList items={edge.shared.flatMap((id) => numberOf(index, id) ?? [])} first={10}>
        {(term) => <NodeLink node={term} />}
      </MoreList>
    </section>
  );
}

/** Papers that have both, where there is no edge. */
function SharedSection({ papers, a, b }: PairProps & { readonly papers: readonly number[] }) {
  const { index } = useStore();
  return (
    <section>
      <h3>{TEXTS.panel.together}</h3>
      <p class="facts">
        <span>{TEXTS.panel.relatedPapers(papers.length)}</span>
        <span>{TEXTS.panel.noCloser}</span>
      </p>
      <MoreList items={papers} first={5} className="evidence">
        {(paper) => (
          <>
            <Quotes list={ownQuotes(index, paper, [a, b])} />
            <NodeLink node={paper} />
          </>
        )}
      </MoreList>
    </section>
  );
}

/** Papers that have both terms. The graph has no edge where that is no more than one would expect. */
function sharedPapers(index: MapIndex, a: number, b: number): number[] {
  if (isPaper(index, a) || isPaper(index, b)) return [];
  const others = new Set(mentionsOf(index, b).map(({ node }) => node));
  return mentionsOf(index, a)
    .map(({ node }) => node)
    .filter((node) => others.has(node));
}

/** Where no sentence holds both terms: one of each. */
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
      <Quotes list={quotes(node, edge, term).map(({ parts }) => parts)} />
    </section>
  );
}
