/**
 * What the colours and shapes mean; every entry also switches its part of the map.
 */
import { useMemo } from "preact/hooks";
import { SHAPES, type MapIndex } from "../../data/map-index.ts";
import { leastFar } from "../../map/names/label-rank.ts";
import { useStore } from "../../state/store.ts";
import { toHex } from "../../map/colors.ts";
import { colorScale, typeColor } from "../../state/node-colors.ts";
import {
  COLOR_MODES,
  SIZE_MODES,
  focusCommunity,
  hover,
  setFilters,
  toggled,
  type Selection,
} from "../../state/view-state.ts";
import { plain, TEXTS } from "../../texts.ts";
import { Icon, ShapeIcon } from "../parts/icons.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { CommunityLink, Swatch } from "../parts/node-link.tsx";

export function CommunityLegend() {
  const { index, filters, shown, selection, open, update } = useStore();
  const { hiddenCommunities } = filters.value;
  const counts = useMemo(() => countByCommunity(index, shown.value), [index, shown.value]);
  const opened = openedCommunity(index, selection.value);
  const all = index.topLevel.map((community) => community.id);
  return (
    <section>
      <h2>
        {TEXTS.legend.communities} <span class="number">{index.topLevel.length}</span>
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
        {index.topLevel.map(({ id, label, color, weak }) => {
          const hidden = hiddenCommunities.has(id);
          const current = selection.value?.kind === "community" && selection.value.community === id;
          const topics = opened === id ? [...index.communities.values()].filter(({ parent }) => parent === id) : [];
          return (
            <li
              key={id}
              class={hidden ? "off" : ""}
              onMouseEnter={() =>
                update((state) => hover(state, hidden ? undefined : { kind: "community", community: id }))
              }
              onMouseLeave={() => update((state) => hover(state, undefined))}
            >
              <button
                type="button"
                class="entry"
                aria-current={current}
                onClick={() => open({ kind: "community", community: id }, "fly")}
              >
                <Swatch color={color} />
                <span class="name">{label}</span>
                {weak && (
                  <span class="weak" title={TEXTS.panel.weakHelp}>
                    {TEXTS.panel.weak}
                  </span>
                )}
                <span class="number">{plain((hidden ? index.members.get(id)?.length : counts.get(id)) ?? 0)}</span>
              </button>
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
                  onClick={() =>
                    update((state) =>
                      setFilters(hover(state, undefined), { hiddenCommunities: toggled(hiddenCommunities, id) }),
                    )
                  }
                />
              </span>
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
        })}
      </ul>
      {index.topLevel.some(({ weak }) => weak) && (
        <p class="hint">
          <span class="weak">{TEXTS.panel.weak}</span> {TEXTS.panel.weakHelp}
        </p>
      )}
    </section>
  );
}

/** The community that is open, or whose topic is. */
function openedCommunity(index: MapIndex, selection: Selection | undefined): number | undefined {
  if (selection?.kind !== "community") return undefined;
  return index.communities.get(selection.community)?.parent ?? selection.community;
}

function countByCommunity(index: MapIndex, shown: Uint8Array): Map<number, number> {
  return new Map(
    [...index.members].map(([id, nodes]) => [id, nodes.reduce((sum, node) => sum + shown[node]!, 0)] as const),
  );
}

export function ShapeLegend() {
  const { index, filters, shown, state, ground, update } = useStore();
  const { colorBy, sizeBy, density } = state.value;
  const { central } = index.columns;
  const scale = useMemo(() => colorScale(index, colorBy, ground.value), [index, colorBy, ground.value]);
  const { hiddenShapes } = filters.value;
  const counts = useMemo(() => countByShape(index, undefined), [index]);
  const left = useMemo(() => countByShape(index, shown.value), [index, shown.value]);
  const later = useMemo(() => leastFar(index), [index]);
  return (
    <section>
      <h2>{TEXTS.legend.kinds}</h2>
      <div class="by">
        <Choice
          name={TEXTS.legend.colorBy}
          modes={COLOR_MODES.filter((mode) => central || mode !== "centrality")}
          texts={TEXTS.legend.colorModes}
          value={colorBy}
          onChoose={(mode) => update((current) => ({ ...current, colorBy: mode }))}
        />
        {central && (
          <Choice
            name={TEXTS.legend.sizeBy}
            modes={SIZE_MODES}
            texts={TEXTS.legend.sizeModes}
            value={sizeBy}
            onChoose={(mode) => update((current) => ({ ...current, sizeBy: mode }))}
          />
        )}
      </div>
      {(colorBy === "centrality" || sizeBy === "centrality") && <p class="hint">{TEXTS.legend.centrality}</p>}
      {scale && (
        <div class="scale">
          <span>{scale.low}</span>
          <span
            class="ramp"
            style={{ backgroundImage: `linear-gradient(90deg, ${scale.stops.map((stop) => toHex(stop)).join(", ")})` }}
          />
          <span>{scale.high}</span>
        </div>
      )}
      {scale?.gaps && <p class="hint">{TEXTS.legend.unknown}</p>}
      <ul class="shape-list">
        {SHAPES.map(
          (shape, i) =>
            counts[i]! > 0 && (
              <li key={shape}>
                <button
                  type="button"
                  class="entry chip"
                  aria-pressed={!hiddenShapes.has(shape)}
                  onClick={() => update((state) => setFilters(state, { hiddenShapes: toggled(hiddenShapes, shape) }))}
                >
                  <ShapeIcon shape={shape} color={colorBy === "type" ? toHex(typeColor(i, ground.value)) : undefined} />
                  <span class="name">{TEXTS.shapes(shape)}</span>
                  <span class="number">{plain((hiddenShapes.has(shape) ? counts : left)[i]!)}</span>
                </button>
              </li>
            ),
        )}
      </ul>
      <button
        type="button"
        class="entry chip density"
        aria-pressed={density}
        onClick={() => update((current) => ({ ...current, density: !current.density }))}
      >
        <Icon name="contours" />
        <span class="name">{TEXTS.legend.density}</span>
      </button>
      {density && <p class="hint">{TEXTS.legend.densityHelp}</p>}
      {later > 1 && <p class="hint">{TEXTS.filters.later(later)}</p>}
    </section>
  );
}

/** Nodes of every shape, or of those the ones that are shown. */
function countByShape(index: MapIndex, shown: Uint8Array | undefined): number[] {
  const counts = SHAPES.map(() => 0);
  index.shape.forEach((shape, node) => (counts[shape]! += shown ? shown[node]! : 1));
  return counts;
}

interface ChoiceProps<M extends string> {
  readonly name: string;
  readonly modes: readonly M[];
  readonly texts: Readonly<Record<M, string>>;
  readonly value: M;
  readonly onChoose: (mode: M) => void;
}

function Choice<M extends string>({ name, modes, texts, value, onChoose }: ChoiceProps<M>) {
  return (
    <label class="color-by">
      {name}
      <select
        value={value}
        onChange={(event) => {
          const mode = modes.find((candidate) => candidate === event.currentTarget.value);
          if (mode) onChoose(mode);
        }}
      >
        {modes.map((mode) => (
          <option key={mode} value={mode}>
            {texts[mode]}
          </option>
        ))}
      </select>
    </label>
  );
}
