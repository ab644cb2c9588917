/**
 * A term: what it is, how it is written, and every sentence that speaks of it, by what the papers do with it.
 */
import type { MentionEdge, RelationEdge, Role, TermNode } from "../../../src/contract/graph-document.ts";
import { quotes } from "../../data/evidence.ts";
import { mentionsOf, paperAt, relationsOf, type Neighbor } from "../../data/map-index.ts";
import { writtenForms } from "../../data/written-forms.ts";
import { useStore } from "../../state/store.ts";
import { plain } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { DecideTerm } from "./decide.tsx";
import { Explain } from "./explain.tsx";
import { Facts } from "./facts.tsx";
import { Quotes } from "./marked-text.tsx";
import { MoreList } from "../parts/more-list.tsx";
import { TaskTableButton } from "../parts/task-table-button.tsx";
import { CommunityLink, NodeLink, WhyLink } from "../parts/node-link.tsx";
import { byRole } from "./paper-detail.tsx";
import { Timeline } from "./timeline.tsx";

export function TermDetail({ node, term }: { readonly node: number; readonly term: TermNode }) {
  const { index } = useStore();
  const mentions = mentionsOf(index, node);
  const hierarchy = relationsOf(index, node, "is_a");
  const dates = mentions.map((mention) => paperAt(index, mention.node)?.date);
  return (
    <>
      <Facts key={`facts ${node}`} node={node} />
      {term.type === "task" && <TaskTableButton task={node} />}
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
      <TypeAndForms term={term} />
      <Timeline dates={dates} />
      <NodeSection title={TEXTS.panel.broader} nodes={hierarchy.filter(({ edge }) => edge.narrower === term.node)} />
      <NodeSection title={TEXTS.panel.narrower} nodes={hierarchy.filter(({ edge }) => edge.narrower !== term.node)} />
      <section>
        <h3>{TEXTS.panel.evidence}</h3>
        {byRole(mentions).map(([role, list]) => (
          <RoleEvidence key={role} term={node} role={role} mentions={list} />
        ))}
      </section>
      <RelatedTerms node={node} />
      <Explain key={node} node={node} />
      <DecideTerm term={term} />
    </>
  );
}

/** Why it has its type, and every way in which it is written. */
function TypeAndForms({ term }: { readonly term: TermNode }) {
  const forms = writtenForms(term);
  return (
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
  );
}

interface RoleEvidenceProps {
  readonly term: number;
  readonly role: Role;
  readonly mentions: readonly Neighbor<MentionEdge>[];
}

/** The papers that do one thing with the term, with their sentences. */
function RoleEvidence({ term, role, mentions }: RoleEvidenceProps) {
  const { index } = useStore();
  return (
    <div class="role">
      <h4>
        {TEXTS.roleOfTerm(role)} <span class="number">{mentions.length}</span>
      </h4>
      <MoreList items={mentions} first={3} className="evidence">
        {({ node, edge }) => {
          const paper = paperAt(index, node);
          if (!paper) return null;
          const inAbstract = quotes(paper, edge, term).filter((quote) => quote.field === "abstract");
          return (
            <>
              <Quotes list={inAbstract.slice(0, 2).map(({ parts }) => parts)} />
              <NodeLink node={node} note={paper.date?.slice(0, 4)} />
            </>
          );
        }}
      </MoreList>
    </div>
  );
}

function RelatedTerms({ node }: { readonly node: number }) {
  const { index } = useStore();
  const related = relationsOf(index, node, "cooccurs").sort((a, b) => interest(b.edge) - interest(a.edge));
  if (related.length === 0) return null;
  return (
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
  );
}

/** Strong and frequent association first: that of a rare pair is always strong. */
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
