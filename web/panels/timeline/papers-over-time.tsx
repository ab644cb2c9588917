/**
 * Papers along time, in the colours of their communities; a click leaves those of one period.
 */
import { useMemo } from "preact/hooks";
import { monthOf } from "../../../src/lib/months.ts";
import { documentOf, type MapIndex } from "../../data/map-index.ts";
import { timeBins, type TimeBin } from "../../data/months.ts";
import { plain } from "../../lib/numbers.ts";
import { useStore } from "../../state/store.ts";
import { setFilters } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";

/** A period with its papers that are shown, by community in the order of the legend. */
interface Period extends TimeBin {
  readonly parts: readonly { readonly id: number; readonly color: string; readonly papers: number }[];
  readonly shown: number;
}

/** Labels under the axis at most. */
const LABELS = 12;

export function PapersOverTime() {
  const { index, shown, filters, update } = useStore();
  const bins = useMemo(() => timeBins(documentOf(index).papers.map(({ date }) => date)), [index]);
  const periods = useMemo(() => periodsOf(index, bins, shown.value), [index, bins, shown.value]);
  const dated = bins.reduce((sum, { count }) => sum + count, 0);
  if (bins.length === 0) return <p class="quiet timeline-note">{TEXTS.ask.noDates}</p>;
  // Even, for the middle of the axis.
  const most = 2 * Math.ceil(Math.max(1, ...periods.map((period) => period.shown)) / 2);
  const every = Math.ceil(bins.length / LABELS);
  const chosen = filters.value.dates;
  const isChosen = ({ from, to }: TimeBin) => chosen?.[0] === from && chosen[1] === to;
  return (
    <div class="over-time">
      <p class="quiet timeline-note">{TEXTS.timeline.dated(dated, index.papers)}</p>
      <div class="time-plot">
        <ul class="time-axis" aria-hidden="true">
          {[most, most / 2, 0].map((value) => (
            <li key={value}>{plain(value)}</li>
          ))}
        </ul>
        <div class="time-bars" role="group" aria-label={TEXTS.timeline.title}>
          {periods.map((period, i) => (
            <button
              key={period.from}
              type="button"
              class="time-bar"
              aria-pressed={isChosen(period)}
              aria-label={TEXTS.timeline.period(period.label, period.shown)}
              title={TEXTS.timeline.period(period.label, period.shown)}
              onClick={() =>
                update((state) => setFilters(state, { dates: isChosen(period) ? undefined : [period.from, period.to] }))
              }
            >
              <span class="time-stack">
                {period.parts.map(({ id, color, papers }) => (
                  <span key={id} style={{ height: `${(100 * papers) / most}%`, backgroundColor: color }} />
                ))}
              </span>
              <span class="time-label">{i % every === 0 ? period.label : ""}</span>
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

function periodsOf(index: MapIndex, bins: readonly TimeBin[], shown: Uint8Array): Period[] {
  const counts = bins.map(() => new Map<number, number>());
  documentOf(index).papers.forEach(({ date }, paper) => {
    const month = monthOf(date);
    const place = month === undefined ? -1 : bins.findIndex(({ from, to }) => month >= from && month <= to);
    const id = index.community[paper]!;
    if (place >= 0 && shown[paper]) counts[place]!.set(id, (counts[place]!.get(id) ?? 0) + 1);
  });
  return bins.map((bin, i) => ({
    ...bin,
    parts: index.topLevel.flatMap(({ id, color }) => {
      const papers = counts[i]!.get(id) ?? 0;
      return papers > 0 ? [{ id, color, papers }] : [];
    }),
    shown: [...counts[i]!.values()].reduce((sum, papers) => sum + papers, 0),
  }));
}
