/**
 * Filters by date, by number of papers and by role. They stack; what each takes away is told where it can be undone.
 */
import { documentOf } from "../../data/map-index.ts";
import { useMemo, useRef } from "preact/hooks";
import { ROLES } from "../../../src/contract/graph-document.ts";
import { timeBins, type TimeBin } from "../../data/months.ts";
import { activeFilters } from "../../state/active-filters.ts";
import { useStore } from "../../state/store.ts";
import { NO_FILTERS, setFilters, toggled } from "../../state/view-state.ts";
import { count, plain, TEXTS } from "../../texts.ts";
import { Icon } from "../parts/icons.tsx";
import { RangeSlider } from "../parts/range-slider.tsx";

export function Filters() {
  const { ready } = useStore();
  return (
    <details class="filters">
      <summary>
        <Icon name="filter" /> {TEXTS.filters.title}
      </summary>
      {ready.value && <FilterFields />}
    </details>
  );
}

function FilterFields() {
  const { index } = useStore();
  const bins = useMemo(() => timeBins(documentOf(index).papers.map((paper) => paper.date)), [index]);
  const counts = useMemo(
    () => [...new Set(documentOf(index).terms.map((term) => term.papers))].sort((a, b) => a - b),
    [index],
  );
  return (
    <>
      {bins.length > 1 && <DateFilter bins={bins} />}
      {counts.length > 1 && <CountFilter counts={counts} />}
      <RoleFilter />
    </>
  );
}

function DateFilter({ bins }: { readonly bins: readonly TimeBin[] }) {
  const { index, filters, update } = useStore();
  const undated = index.papers - bins.reduce((sum, bin) => sum + bin.count, 0);
  const anchor = useRef<number>(undefined);
  const { dates } = filters.value;
  const from = dates
    ? Math.max(
        0,
        bins.findIndex((bin) => bin.to >= dates[0]),
      )
    : 0;
  const to = dates
    ? Math.max(
        from,
        bins.findLastIndex((bin) => bin.from <= dates[1]),
      )
    : bins.length - 1;
  const most = Math.max(...bins.map((bin) => bin.count));
  const choose = (first: number, last: number) => {
    const all = first === 0 && last === bins.length - 1;
    update((state) => setFilters(state, { dates: all ? undefined : [bins[first]!.from, bins[last]!.to] }));
  };
  const binAt = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bins.length)));
  };
  const brush = (event: PointerEvent) => {
    if (anchor.current === undefined) return;
    const here = binAt(event);
    choose(Math.min(anchor.current, here), Math.max(anchor.current, here));
  };
  return (
    <div class="filter">
      <h3>
        {TEXTS.filters.dates} <span class="number">{`${bins[from]!.label} – ${bins[to]!.label}`}</span>
      </h3>
      <svg
        class="histogram"
        viewBox={`0 0 ${bins.length} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          anchor.current = binAt(event);
          event.currentTarget.setPointerCapture(event.pointerId);
          brush(event);
        }}
        onPointerMove={brush}
        onPointerUp={() => (anchor.current = undefined)}
        onPointerCancel={() => (anchor.current = undefined)}
      >
        {bins.map((bin, i) => (
          <g key={bin.from} class={i >= from && i <= to ? "in" : "out"}>
            <rect class="reach" x={i} y={0} width={1} height={1}>
              <title>{`${bin.label}: ${count(bin.count, "paper", "papers")}`}</title>
            </rect>
            <rect class="bar" x={i + 0.08} width={0.84} y={1 - bin.count / most} height={bin.count / most} />
          </g>
        ))}
      </svg>
      <RangeSlider
        places={bins.length}
        from={from}
        to={to}
        labels={[TEXTS.filters.firstDate, TEXTS.filters.lastDate]}
        text={(place) => bins[place]!.label}
        onChange={choose}
      />
      {undated > 0 && <p class="quiet">{TEXTS.filters.undated(undated, dates !== undefined)}</p>}
    </div>
  );
}

/** @param counts the numbers of papers that occur, ascending. */
function CountFilter({ counts }: { readonly counts: readonly number[] }) {
  const { filters, update } = useStore();
  const range = filters.value.papers ?? [counts[0]!, counts.at(-1)!];
  const from = Math.max(
    0,
    counts.findIndex((n) => n >= range[0]),
  );
  const to = Math.max(
    from,
    counts.findLastIndex((n) => n <= range[1]),
  );
  return (
    <div class="filter">
      <h3>
        {TEXTS.filters.papers} <span class="number">{`${plain(counts[from]!)} – ${plain(counts[to]!)}`}</span>
      </h3>
      <RangeSlider
        places={counts.length}
        from={from}
        to={to}
        labels={[TEXTS.filters.fewest, TEXTS.filters.most]}
        text={(place) => count(counts[place]!, "paper", "papers")}
        onChange={(first, last) => {
          const all = first === 0 && last === counts.length - 1;
          update((state) => setFilters(state, { papers: all ? undefined : [counts[first]!, counts[last]!] }));
        }}
      />
    </div>
  );
}

function RoleFilter() {
  const { index, filters, update } = useStore();
  const { hiddenRoles } = filters.value;
  const present = useMemo(() => new Set(documentOf(index).mentions.map((edge) => edge.role)), [index]);
  return (
    <div class="filter">
      <h3>{TEXTS.filters.roles}</h3>
      <div class="chips">
        {ROLES.filter((role) => present.has(role)).map((role) => (
          <button
            key={role}
            type="button"
            class="pill"
            aria-pressed={!hiddenRoles.has(role)}
            onClick={() => update((state) => setFilters(state, { hiddenRoles: toggled(hiddenRoles, role) }))}
          >
            {TEXTS.roleShort(role)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What is filtered now, each with a way to undo it. */
export function ActiveFilters() {
  const { index, filters, update } = useStore();
  const active = activeFilters(index, filters.value);
  if (active.length === 0) return null;
  return (
    <ul class="active-filters" aria-label={TEXTS.filters.active}>
      {active.map(({ key, text, hidden, without }) => (
        <li key={key}>
          <button
            type="button"
            class="pill"
            title={TEXTS.filters.undo(text)}
            onClick={() => update((state) => setFilters(state, without))}
          >
            {text} <span class="number">{`−${plain(hidden)}`}</span>
            <Icon name="close" />
            <span class="sr-only">{TEXTS.filters.undo(text)}</span>
          </button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <button type="button" class="text-button" onClick={() => update((state) => setFilters(state, NO_FILTERS))}>
            {TEXTS.filters.clear}
          </button>
        </li>
      )}
    </ul>
  );
}
