/**
 * A community: how firm it is, what it works with, which papers show it best.
 */
import { numberOf } from "../../data/map-index.ts";
import type { Community } from "../../../src/contract/graph-document.ts";
import { useMemo } from "preact/hooks";
import { tiesOf } from "../../data/ties.ts";
import { titleOf, useStore } from "../../state/store.ts";
import { between } from "../../state/view-state.ts";
import { percent } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { DecideCommunity } from "./decide.tsx";
import { Uses } from "./uses.tsx";
import { MoreList } from "../parts/more-list.tsx";
import { CommunityLink, NodeLink, TargetLink } from "../parts/node-link.tsx";

export function CommunityDetail({ community }: { readonly community: Community }) {
  const { index } = useStore();
  const topics = [...index.communities.values()].filter((other) => other.parent === community.id);
  const numbers = (ids: readonly string[]) => ids.map((id) => numberOf(index, id)).filter((node) => node !== undefined);
  const neighbors = useMemo(() => tiesOf(index, community.id), [index, community]);
  const about = besideTitle(community);
  const lists = [
    [TEXTS.panel.methods, numbers(community.top_methods)],
    [TEXTS.panel.concepts, numbers(community.top_concepts)],
    [TEXTS.panel.representative, numbers(community.representative_papers)],
  ] as const;
  return (
    <>
      <p class="facts">
        <span>{TEXTS.panel.members(community.papers, community.size - community.papers)}</span>
      </p>
      {community.parent !== undefined && (
        <p class="belongs">
          <CommunityLink community={community.parent} />
        </p>
      )}
      {about && <p class="quiet about">{about}</p>}
      {community.description && <p>{community.description}</p>}
      <div class="stability">
        <span id="stability-name" title={TEXTS.panel.stabilityHelp}>
          {TEXTS.panel.stability}
        </span>
        <meter min={0} max={1} value={community.stability} aria-labelledby="stability-name" />
        <span>{percent(community.stability)}</span>
      </div>
      {community.weak && <p class="hint weak-why">{TEXTS.panel.weakHelp}</p>}
      <Uses key={community.id} community={community.id} />
      {lists.map(
        ([title, nodes]) =>
          nodes.length > 0 && (
            <section key={title}>
              <h3>{title}</h3>
              <MoreList items={nodes} first={6}>
                {(node) => <NodeLink node={node} />}
              </MoreList>
            </section>
          ),
      )}
      {neighbors.length > 0 && (
        <section>
          <h3>{TEXTS.panel.neighbors}</h3>
          <MoreList items={neighbors} first={4}>
            {({ community: other, ties }) => (
              <span class="neighbor">
                <CommunityLink community={other} />{" "}
                <TargetLink
                  target={between(community.id, other)}
                  className="why note"
                  label={`${TEXTS.panel.ties(ties)}: ${titleOf(index, between(community.id, other))}`}
                >
                  {TEXTS.panel.ties(ties)}
                </TargetLink>
              </span>
            )}
          </MoreList>
        </section>
      )}
      {topics.length > 0 && (
        <section>
          <h3>{TEXTS.panel.topics}</h3>
          <MoreList items={topics} first={6}>
            {(topic) => <CommunityLink community={topic.id} />}
          </MoreList>
        </section>
      )}
      <DecideCommunity community={community} />
    </>
  );
}

/** What the long name says beside the short one, which is the panel's title. */
function besideTitle({ label, long_label }: Community): string | undefined {
  const rest = long_label?.startsWith(label) ? long_label.slice(label.length).replace(/^[\s:,·–—-]+/, "") : long_label;
  return rest ? rest.charAt(0).toUpperCase() + rest.slice(1) : undefined;
}
