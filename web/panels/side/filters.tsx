/**
 * Filters that are set in the legend, drawn from what each says of its control. They stack; what each takes away is told
 * where it can be undone.
 */
import { useMemo } from "preact/hooks";
import type { ChoiceControl } from "../../state/filters/filter.ts";
import type { BoundControl } from "../../state/filters/entry.ts";
import { activeFilters, mapControls, type Filters as FilterValues } from "../../state/filters/filters.ts";
import { useStore } from "../../state/store.ts";
import { NO_FILTERS, setFilters } from "../../state/view-state.ts";
import { plain } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { Icon } from "../parts/icons.tsx";
import { RangeFilter } from "./range-filter.tsx";

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
  const fields = useMemo(() => mapControls(index, fieldOf), [index]);
  return (
    <>
      {fields.map(({ name, Field }) => (
        <Field key={name} />
      ))}
    </>
  );
}

/** A control as a component of its own. */
function fieldOf<V>({ name, control, valueIn, set }: BoundControl<V, FilterValues>) {
  const Field = () => {
    const { filters, update } = useStore();
    const value = valueIn(filters.value);
    const onChange = (next: V) => update((state) => setFilters(state, set(next)));
    if (control.kind === "range") return <RangeFilter control={control} value={value} onChange={onChange} />;
    return <ChoiceFilter control={control} value={value} onChange={onChange} />;
  };
  return { name, Field };
}

interface ChoiceFilterProps<V> {
  readonly control: ChoiceControl<V>;
  readonly value: V;
  readonly onChange: (value: V) => void;
}

function ChoiceFilter<V>({ control, value, onChange }: ChoiceFilterProps<V>) {
  return (
    <div class="filter">
      <h3>{control.title}</h3>
      <div class="chips">
        {control.options.map(({ name, isOn, toggle }) => (
          <button
            key={name}
            type="button"
            class="pill"
            aria-pressed={isOn(value)}
            onClick={() => onChange(toggle(value))}
          >
            {name}
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
    <section class="active-filters" aria-label={TEXTS.filters.active} data-covers>
      <ul>
        {active.map(({ name, words, hidden, without }) => (
          <li key={name}>
            <button
              type="button"
              class="pill"
              title={TEXTS.filters.undo(words)}
              onClick={() => update((state) => setFilters(state, without))}
            >
              {words} <span class="number">{`−${plain(hidden)}`}</span>
              <Icon name="close" />
              <span class="sr-only">{TEXTS.filters.undo(words)}</span>
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
    </section>
  );
}
