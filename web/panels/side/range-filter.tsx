/**
 * A filter by a range: two sliders, and bars to brush over where the filter has some.
 */
import { useRef } from "preact/hooks";
import type { RangeControl } from "../../state/filters/filter.ts";
import { RangeSlider } from "../parts/range-slider.tsx";

interface RangeFilterProps<V> {
  readonly control: RangeControl<V>;
  readonly value: V;
  readonly onChange: (value: V) => void;
}

export function RangeFilter<V>({ control, value, onChange }: RangeFilterProps<V>) {
  const { title, ends, places, label, spoken, bars } = control;
  const [from, to] = control.placesOf(value);
  const choose = (first: number, last: number) => onChange(control.valueFor(first, last));
  const note = control.note?.(value);
  return (
    <div class="filter">
      <h3>
        {title} <span class="number">{`${label(from)} – ${label(to)}`}</span>
      </h3>
      {bars && <Bars bars={bars} from={from} to={to} onChoose={choose} />}
      <RangeSlider places={places} from={from} to={to} labels={ends} text={spoken} onChange={choose} />
      {note !== undefined && <p class="quiet">{note}</p>}
    </div>
  );
}

interface BarsProps {
  readonly bars: readonly { readonly count: number; readonly title: string }[];
  /** First and last bar of the range. */
  readonly from: number;
  readonly to: number;
  readonly onChoose: (from: number, to: number) => void;
}

function Bars({ bars, from, to, onChoose }: BarsProps) {
  /** Where the brush was set down. */
  const anchor = useRef<number>(undefined);
  const max = Math.max(...bars.map((bar) => bar.count));
  const barAt = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  const brush = (event: PointerEvent) => {
    if (anchor.current === undefined) return;
    const here = barAt(event);
    onChoose(Math.min(anchor.current, here), Math.max(anchor.current, here));
  };
  return (
    <svg
      class="histogram"
      viewBox={`0 0 ${bars.length} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={(event) => {
        anchor.current = barAt(event);
        event.currentTarget.setPointerCapture(event.pointerId);
        brush(event);
      }}
      onPointerMove={brush}
      onPointerUp={() => (anchor.current = undefined)}
      onPointerCancel={() => (anchor.current = undefined)}
    >
      {bars.map(({ count, title }, i) => (
        <g key={title} class={i >= from && i <= to ? "in" : "out"}>
          <rect class="reach" x={i} y={0} width={1} height={1}>
            <title>{title}</title>
          </rect>
          <rect class="bar" x={i + 0.08} width={0.84} y={1 - count / max} height={count / max} />
        </g>
      ))}
    </svg>
  );
}
