/**
 * A term: what it is, how it is written, and every sentence that speaks of it, by what the papers do with it.
 */
import type { RelationEdge, TermNode } from "../../../src/contract/graph-document.ts";
import { quotes } from "../../data/evidence.ts";
import { mentionsOf, paperAt, relationsOf } from "../../data/map-index.ts";
import { writtenForms } from "../../data/written-forms.ts";
import { useStore } from "../../state/store.ts";
import { plain, TEXTS } from "../../texts.ts";
import { DecideTerm } from "./decide.tsx";
import { Explain } from "./explain.tsx";
import { MarkedText } from "./marked-text.tsx";
import { MoreList } from "../parts/more-list.tsx";
import { CommunityLink, NodeLink, WhyLink } from "../parts/node-link.tsx";
import { byRole } from "./paper-detail.tsx";
import { Timeline } from "./timeline.tsx";

export function TermDetail({ node, term }: { readonly node: number; readonly term: TermNode }) {
  const { index } = useStore();
  const mentions = mentionsOf(index, node);
  const related = relationsOf(index, node, "cooccurs").sort((a, b) => interest(b.edge) - interest(a.edge));
  const hierarchy = relationsOf(index, node, "is_a");
  const narrower = hierarchy.filter(({ edge }) => edge.narrower !== term.node);
  const broader = hierarchy.filter(({ edge }) => edge.narrower === term.node);
  const forms = writtenForms(term);
  const dates = mentions.map((mention) => paperAt(index, mention.node)?.date);
  return (
    <>
      <p class="facts">
        <span>{TEXTS.panel.inPapers(term.papers)}</span>
        <span>{TEXTS.panel.mentions(term.count)}</span>
        {term.first_seen && (
          <span>{TEXTS.panel.firstSeen(term.first_seen, dates.filter((date) => date === undefined).length)}</span>
        )}
      </p>
      <p class="belongs">
        <CommunityLink community={term.community} />
        {term.topic !== undefined && <CommunityLink community={term.topic} />}
      </p>
      <dl class="pairs">
        <dt>{TEXTS.panel.typeCue}</dt>
        <dd>{term.type_cue}</dd>
        {forms.length > 0 && (
          <>
            <dt>{TEXTS.panel.aliases}</dt>
            <dd>
              {forms.map(({ text, count, rules }) => (
                <span key={text} class="alias" title={rules.join(", ")}>
                  {text} <span class="number">{plain(count)}</span>
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Timeline dates={dates} />
      <NodeSection title={TEXTS.panel.broader} nodes={broader} />
      <NodeSection title={TEXTS.panel.narrower} nodes={narrower} />
      <section>
        <h3>{TEXTS.panel.evidence}</h3>
        {byRole(mentions).map(([role, list]) => (
          <div key={role} class="role">
            <h4>
              {TEXTS.roleOfTerm(role)} <span class="number">{list.length}</span>
            </h4>
            <MoreList items={list} first={3} className="evidence">
              {(mention) => {
                const paper = paperAt(index, mention.node);
                if (!paper) return null;
                return (
                  <>
                    {quotes(paper, mention.edge, node)
                      .filter((quote) => quote.field === "abstract")
                      .slice(0, 2)
                      .map((quote, i) => (
                        <blockquote key={i}>
                          <MarkedText parts={quote.parts} linked={false} />
                        </blockquote>
                      ))}
                    <NodeLink node={mention.node} note={paper.date?.slice(0, 4)} />
                  </>
                );
              }}
            </MoreList>
          </div>
        ))}
      </section>
      {related.length > 0 && (
        <section>
          <h3>{TEXTS.panel.related}</h3>
          <MoreList items={related} first={8}>
            {({ node: other, edge }) => (
              <div class="with-why">
                <NodeLink node={other} note={TEXTS.panel.inPapers(edge.papers)} />
                <WhyLink a={node} b={other} />
              </div>
            )}
          </MoreList>
        </section>
      )}
      <Explain key={node} node={node} />
      <DecideTerm term={term} />
    </>
  );
}

/** Firm and frequent company first: a rare pair is always firm. */
function interest(edge: RelationEdge): number {
  return edge.npmi * Math.log2(1 + edge.papers);
}

function NodeSection({
  title,
  nodes,
}: {
  readonly title: string;
  readonly nodes: readonly { readonly node: number }[];
}) {
  if (nodes.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <MoreList items={nodes} first={5}>
        {({ node }) => <NodeLink node={node} />}
      </MoreList>
    </section>
  );
}
