/**
 * What colours, sizes and shapes mean, and what of it is chosen; every shape also switches its part of the map.
 */
import { useMemo } from "preact/hooks";
import { SHAPES, type MapIndex, type Shape } from "../../data/map-index.ts";
import { toHex } from "../../lib/color.ts";
import { minPapersFar } from "../../map/names/label-rank.ts";
import { COLOR_MODES, COLOR_MODE_NAMES, colorScale } from "../../state/colors/color-modes.ts";
import { along, type Scale } from "../../state/colors/color-mode.ts";
import { toggled } from "../../state/filters/filter.ts";
import { SIZE_MODES, SIZE_MODE_NAMES } from "../../state/node-sizes.ts";
import { useStore } from "../../state/store.ts";
import { setFilters } from "../../state/view-state.ts";
import { plain } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { Icon, ShapeIcon } from "../parts/icons.tsx";

export function ShapeLegend() {
  const { index, state, scheme, update } = useStore();
  const { colorBy, sizeBy, density } = state.value;
  const scale = useMemo(() => colorScale(index, colorBy, scheme.value), [index, colorBy, scheme.value]);
  const later = useMemo(() => minPapersFar(index), [index]);
  const hints = new Set([COLOR_MODES[colorBy].hint, SIZE_MODES[sizeBy].hint]);
  return (
    <section>
      <h2>{TEXTS.legend.kinds}</h2>
      <div class="by">
        <Choice
          name={TEXTS.legend.colorBy}
          modes={COLOR_MODES}
          names={COLOR_MODE_NAMES}
          value={colorBy}
          onChoose={(mode) => update((current) => ({ ...current, colorBy: mode }))}
        />
        <Choice
          name={TEXTS.legend.sizeBy}
          modes={SIZE_MODES}
          names={SIZE_MODE_NAMES}
          value={sizeBy}
          onChoose={(mode) => update((current) => ({ ...current, sizeBy: mode }))}
        />
      </div>
      {[...hints].map(
        (hint) =>
          hint && (
            <p key={hint} class="hint">
              {hint}
            </p>
          ),
      )}
      {scale && <Ramp scale={scale} />}
      <Shapes />
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

function Ramp({ scale: { low, high, stops, bins, gaps } }: { readonly scale: Scale }) {
  const colors = stops.map((stop) => toHex(stop)).join(", ");
  const most = Math.max(1, ...bins);
  return (
    <>
      <svg class="bins" viewBox={`0 0 ${bins.length} 1`} preserveAspectRatio="none" aria-hidden="true">
        {bins.map((count, i) => (
          <rect
            key={i}
            x={i + 0.1}
            width={0.8}
            y={1 - Math.sqrt(count / most)}
            height={Math.sqrt(count / most)}
            fill={toHex(along(stops, (i + 0.5) / bins.length))}
          />
        ))}
      </svg>
      <div class="scale">
        <span>{low}</span>
        <span class="ramp" style={{ backgroundImage: `linear-gradient(90deg, ${colors})` }} />
        <span>{high}</span>
      </div>
      {gaps && <p class="hint">{TEXTS.legend.unknown(gaps.papers, gaps.terms)}</p>}
    </>
  );
}

function Shapes() {
  const { index, filters, shown, state, scheme, update } = useStore();
  const { hiddenShapes } = filters.value;
  const { shapeColor } = COLOR_MODES[state.value.colorBy];
  const set = (hidden: ReadonlySet<Shape>) => update((current) => setFilters(current, { hiddenShapes: hidden }));
  const counts = useMemo(() => countByShape(index, undefined), [index]);
  const left = useMemo(() => countByShape(index, shown.value), [index, shown.value]);
  return (
    <ul class="shape-list">
      {SHAPES.map(
        (shape, i) =>
          counts[i]! > 0 && (
            <li key={shape} class={hiddenShapes.has(shape) ? "off" : ""}>
              <button
                type="button"
                class="entry chip"
                aria-pressed={!hiddenShapes.has(shape)}
                title={TEXTS.legend.onlyKind(TEXTS.shapes(shape))}
                onClick={(event) => set(event.altKey ? toggled(hiddenShapes, shape) : only(hiddenShapes, shape))}
              >
                <ShapeIcon shape={shape} color={shapeColor && toHex(shapeColor(i, scheme.value))} />
                <span class="name">{TEXTS.shapes(shape)}</span>
                <span class="number">{plain((hiddenShapes.has(shape) ? counts : left)[i]!)}</span>
              </button>
              <span class="entry-tools">
                <IconButton
                  icon={hiddenShapes.has(shape) ? "eyeOff" : "eye"}
                  className="small"
                  label={(hiddenShapes.has(shape) ? TEXTS.legend.show : TEXTS.legend.hide)(TEXTS.shapes(shape))}
                  onClick={() => set(toggled(hiddenShapes, shape))}
                />
              </span>
            </li>
          ),
      )}
    </ul>
  );
}

/** All but one are hidden; again: none is. */
function only(hidden: ReadonlySet<Shape>, shape: Shape): ReadonlySet<Shape> {
  const others = SHAPES.filter((other) => other !== shape);
  const alone = !hidden.has(shape) && others.every((other) => hidden.has(other));
  return new Set(alone ? [] : others);
}

/** Nodes of every shape, or of those the ones that are shown. */
function countByShape(index: MapIndex, shown: Uint8Array | undefined): number[] {
  const counts = SHAPES.map(() => 0);
  index.shape.forEach((shape, node) => (counts[shape]! += shown ? shown[node]! : 1));
  return counts;
}

/** What a list of modes says of each of them. */
interface Mode {
  readonly name: string;
  readonly isOffered?: (index: MapIndex) => boolean;
}

interface ChoiceProps<M extends string> {
  readonly name: string;
  readonly modes: Readonly<Record<M, Mode>>;
  readonly names: readonly M[];
  readonly value: M;
  readonly onChoose: (mode: M) => void;
}

/** Nothing where this map offers no choice. */
function Choice<M extends string>({ name, modes, names, value, onChoose }: ChoiceProps<M>) {
  const { index } = useStore();
  const offered = names.filter((mode) => modes[mode].isOffered?.(index) ?? true);
  if (offered.length < 2) return null;
  return (
    <label class="color-by">
      {name}
      <select
        value={value}
        onChange={(event) => {
          const mode = offered.find((candidate) => candidate === event.currentTarget.value);
          if (mode) onChoose(mode);
        }}
      >
        {offered.map((mode) => (
          <option key={mode} value={mode}>
            {modes[mode].name}
          </option>
        ))}
      </select>
    </label>
  );
}
