/**
 * A range with two ends, from two native sliders over one another: keyboard, screen reader and touch work by themselves.
 */
interface RangeSliderProps {
  /** Number of places, at least 2. */
  readonly places: number;
  readonly from: number;
  readonly to: number;
  readonly labels: readonly [from: string, to: string];
  /** What a place stands for. */
  readonly text: (place: number) => string;
  readonly onChange: (from: number, to: number) => void;
}

export function RangeSlider({ places, from, to, labels, text, onChange }: RangeSliderProps) {
  const last = places - 1;
  return (
    <div class="range">
      <div class="range-track">
        <span style={{ left: `${(100 * from) / last}%`, right: `${100 - (100 * to) / last}%` }} />
      </div>
      <input
        type="range"
        min={0}
        max={last}
        value={from}
        aria-label={labels[0]}
        aria-valuetext={text(from)}
        onInput={(event) => onChange(Math.min(event.currentTarget.valueAsNumber, to), to)}
      />
      <input
        type="range"
        min={0}
        max={last}
        value={to}
        aria-label={labels[1]}
        aria-valuetext={text(to)}
        onInput={(event) => onChange(from, Math.max(event.currentTarget.valueAsNumber, from))}
      />
    </div>
  );
}
