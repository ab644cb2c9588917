/**
 * The communities with their colours; every entry opens one, shows it alone, or hides it.
 */
import { useMemo } from "preact/hooks";
import type { Community } from "../../../src/contract/graph-document.ts";
import type { MapIndex } from "../../data/map-index.ts";
import { toggled } from "../../state/filters/filter.ts";
import { useStore } from "../../state/store.ts";
import { focusCommunity, hover, setFilters, type Selection } from "../../state/view-state.ts";
import { plain } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { CommunityLink, Swatch } from "../parts/node-link.tsx";

export function CommunityLegend() {
  const { index, filters, shown, remaining, selection, update } = useStore();
  const { hiddenCommunities } = filters.value;
  // Of terms where no paper is left.
  const termsOnly = remaining.value.papers === 0;
  const counts = useMemo(() => countByCommunity(index, shown.value, termsOnly), [index, shown.value, termsOnly]);
  const opened = openedCommunity(index, selection.value);
  const most = Math.max(1, ...index.topLevel.map(({ papers }) => papers));
  return (
    <section>
      <h2>
        {TEXTS.legend.communities} <span class="number">{index.topLevel.length}</span>
        <span class="unit">{termsOnly ? TEXTS.legend.ofTerms : TEXTS.legend.ofPapers}</span>
        {hiddenCommunities.size > 0 && (
          <button
            type="button"
            class="text-button"
            onClick={() => update((state) => setFilters(state, { hiddenCommunities: new Set() }))}
          >
            {TEXTS.legend.showAll}
          </button>
        )}
      </h2>
      <ul class="legend-list">
        {index.topLevel.map((community) => (
          <Entry
            key={community.id}
            community={community}
            count={counts.get(community.id) ?? 0}
            share={community.papers / most}
            opened={opened === community.id}
          />
        ))}
      </ul>
      {index.topLevel.some(({ weak }) => weak) && (
        <p class="hint">
          <span class="weak">{TEXTS.panel.weak}</span> {TEXTS.panel.weakHelp}
        </p>
      )}
    </section>
  );
}

interface EntryProps {
  readonly community: Community;
  /** Papers of it that are shown, or terms. */
  readonly count: number;
  /** Of the papers of the largest, 0…1. */
  readonly share: number;
  /** Whether it is open, or one of its topics. */
  readonly opened: boolean;
}

function Entry({ community, count, share, opened }: EntryProps) {
  const { index, filters, selection, open, update } = useStore();
  const { id, label, color, weak } = community;
  const hidden = filters.value.hiddenCommunities.has(id);
  const current = selection.value?.kind === "community" && selection.value.community === id;
  const topics = opened ? [...index.communities.values()].filter(({ parent }) => parent === id) : [];
  return (
    <li
      class={hidden ? "off" : ""}
      onMouseEnter={() => update((state) => hover(state, hidden ? undefined : { kind: "community", community: id }))}
      onMouseLeave={() => update((state) => hover(state, undefined))}
    >
      <button
        type="button"
        class="entry"
        aria-current={current}
        onClick={() => open({ kind: "community", community: id }, "fly")}
      >
        <Swatch color={color} />
        <span class="name" title={label}>
          {label}
        </span>
        {weak && (
          <span class="weak" title={TEXTS.panel.weakHelp}>
            {TEXTS.panel.weak}
          </span>
        )}
        <span class="number">{plain(hidden ? community.papers : count)}</span>
        <span class="size" style={{ "--share": share, backgroundColor: color }} aria-hidden="true" />
      </button>
      <EntryTools community={community} hidden={hidden} />
      {topics.length > 0 && (
        <ul class="topics" aria-label={TEXTS.panel.topics}>
          {topics.map((topic) => (
            <li key={topic.id}>
              <CommunityLink community={topic.id} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function EntryTools({ community, hidden }: { readonly community: Community; readonly hidden: boolean }) {
  const { index, filters, update } = useStore();
  const { id, label } = community;
  const all = index.topLevel.map((other) => other.id);
  const toggle = () => {
    const hiddenCommunities = toggled(filters.value.hiddenCommunities, id);
    update((state) => setFilters(hover(state, undefined), { hiddenCommunities }));
  };
  return (
    <span class="entry-tools">
      <IconButton
        icon="target"
        className="small"
        label={TEXTS.legend.only(label)}
        onClick={() => update((state) => focusCommunity(state, id, all))}
      />
      <IconButton
        icon={hidden ? "eyeOff" : "eye"}
        className="small"
        label={hidden ? TEXTS.legend.show(label) : TEXTS.legend.hide(label)}
        onClick={toggle}
      />
    </span>
  );
}

/** The community that is open, or whose topic is. */
function openedCommunity(index: MapIndex, selection: Selection | undefined): number | undefined {
  if (selection?.kind !== "community") return undefined;
  return index.communities.get(selection.community)?.parent ?? selection.community;
}

function countByCommunity(index: MapIndex, shown: Uint8Array, terms: boolean): Map<number, number> {
  return new Map(
    [...index.members].map(([id, nodes]) => {
      const counted = nodes.filter((node) => node >= index.papers === terms);
      return [id, counted.reduce((sum, node) => sum + shown[node]!, 0)] as const;
    }),
  );
}
