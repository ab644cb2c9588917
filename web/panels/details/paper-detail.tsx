/**
 * A paper: its text with every term marked, what it does with each of them, and the papers like it.
 */
import { ROLES, type PaperNode, type Role } from "../../../src/contract/graph-document.ts";
import { paperUrl } from "../../../src/contract/paper-url.ts";
import { markField } from "../../data/evidence.ts";
import { mentionsOf, nameOf, numberOf, similarOf, type Neighbor } from "../../data/map-index.ts";
import type { MentionEdge } from "../../../src/contract/graph-document.ts";
import { useStore } from "../../state/store.ts";
import { percent } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { Icon } from "../parts/icons.tsx";
import { MarkedText } from "./marked-text.tsx";
import { MoreList } from "../parts/more-list.tsx";
import { CommunityLink, NodeLink, WhyLink } from "../parts/node-link.tsx";

export function PaperDetail({ node, paper }: { readonly node: number; readonly paper: PaperNode }) {
  const { index } = useStore();
  const mentions = mentionsOf(index, node);
  const similar = similarOf(index, node);
  const url = paperUrl(paper);
  return (
    <>
      <p class="facts">
        {facts(paper).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <p class="belongs">
        <CommunityLink community={paper.community} />
        {paper.topic !== undefined && <CommunityLink community={paper.topic} />}
      </p>
      {url && (
        <p>
          <a class="outward" href={url} target="_blank" rel="noreferrer noopener">
            {TEXTS.panel.open} <Icon name="link" />
          </a>
        </p>
      )}
      <section>
        <h3>{TEXTS.panel.abstract}</h3>
        {paper.abstract ? (
          <p class="abstract">
            <MarkedText parts={markField(index, node, paper, "abstract")} />
          </p>
        ) : (
          <p class="quiet">{TEXTS.panel.noAbstract}</p>
        )}
      </section>
      {mentions.length > 0 && (
        <section>
          <h3>{TEXTS.panel.terms}</h3>
          {byRole(mentions).map(([role, list]) => (
            <div key={role} class="role">
              <h4>{TEXTS.role(role)}</h4>
              <MoreList items={list} first={8}>
                {(item) => <NodeLink node={item.node} />}
              </MoreList>
            </div>
          ))}
        </section>
      )}
      {similar.length > 0 && (
        <section>
          <h3>{TEXTS.panel.similar}</h3>
          <MoreList items={similar} first={5}>
            {({ node: other, edge }) => (
              <>
                <div class="with-why">
                  <NodeLink node={other} note={percent(edge.weight)} />
                  <WhyLink a={node} b={other} />
                </div>
                <span class="reason">
                  {sharedTerms(edge.shared.slice(0, 3).map((id) => nameOf(index, numberOf(index, id) ?? -1)))}
                </span>
              </>
            )}
          </MoreList>
        </section>
      )}
    </>
  );
}

export function byRole(mentions: readonly Neighbor<MentionEdge>[]): [Role, Neighbor<MentionEdge>[]][] {
  return ROLES.map((role): [Role, Neighbor<MentionEdge>[]] => [
    role,
    mentions.filter(({ edge }) => edge.role === role),
  ]).filter(([, list]) => list.length > 0);
}

function sharedTerms(names: readonly string[]): string {
  return names.length > 0 ? `${TEXTS.panel.shared} ${names.join(", ")}` : "";
}

function facts(paper: PaperNode): string[] {
  const { authors, author_count: authorCount, organization, date, venue } = paper;
  const names =
    authors && authors.length > 0
      ? authors.length > 4
        ? `${authors.slice(0, 3).join(", ")} … ${TEXTS.panel.authors(authors.length)}`
        : authors.join(", ")
      : undefined;
  return [
    names ?? organization ?? (authorCount === undefined ? undefined : TEXTS.panel.authors(authorCount)),
    venue,
    date,
  ].filter((fact) => fact !== undefined);
}
