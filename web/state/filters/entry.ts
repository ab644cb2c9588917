/**
 * A filter under a name: what it does with the values of all filters instead of its own.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { Control, Filter } from "./filter.ts";

/** A control with where its value stands. @typeParam S the values of all filters. */
export interface BoundControl<V, S> {
  readonly name: string;
  readonly control: Control<V>;
  readonly valueIn: (values: S) => V;
  /** The change of the values. */
  readonly set: (value: V) => Partial<S>;
}

/** @param name of its value, in the state. */
export function entry<K extends string, V>(name: K, filter: Filter<V>) {
  type Values = Readonly<Record<K, V>>;
  const withValue = (value: V) => ({ [name]: value }) as Values;
  /** The value where it hides something. */
  const active = (values: Values): NonNullable<V> | undefined => {
    const value = values[name];
    if (value === undefined || value === null) return undefined;
    return filter.isOn?.(value) === false ? undefined : value;
  };
  return {
    name,
    none: withValue(filter.none),
    hide: (index: MapIndex, shown: Uint8Array, values: Values): void => {
      const value = active(values);
      if (value !== undefined) filter.hide(index, shown, value);
    },
    /** Whether it is at work and asks for more than names, places and ties. */
    needsDocument: (values: Values): boolean => filter.needsDocument && active(values) !== undefined,
    /** Undefined where it hides nothing. */
    words: (index: MapIndex, values: Values): string | undefined => {
      const value = active(values);
      return value === undefined ? undefined : filter.words(index, value);
    },
    writeLink: (index: MapIndex, values: Values, link: URLSearchParams): void => {
      const value = active(values);
      if (value !== undefined) filter.writeLink(index, value, link);
    },
    readLink: (index: MapIndex, link: URLSearchParams): Values => withValue(filter.readLink(index, link)),
    /** What `draw` makes of its control; undefined where there is nothing to choose. */
    drawControl: <T>(index: MapIndex, draw: (bound: BoundControl<V, Values>) => T): T | undefined => {
      const control = filter.control?.(index);
      return control && draw({ name, control, valueIn: (values) => values[name], set: withValue });
    },
  };
}
