/**
 * What a filter is: what it hides, how it is told in words and in a link, and how it is set.
 *
 * A filter is one file of this folder and one line in `filters.ts`.
 */
import type { MapIndex } from "../../data/map-index.ts";

export interface Filter<V> {
  /** The value that hides nothing. */
  readonly none: V;
  /** Whether a value hides something; absent: every one but undefined. */
  readonly isOn?: (value: NonNullable<V>) => boolean;
  /** Whether it asks for more than names, places and ties. */
  readonly needsDocument: boolean;
  /** Sets `shown` to 0 for the nodes that it hides. Like the two below, called with values that are on. */
  readonly hide: (index: MapIndex, shown: Uint8Array, value: NonNullable<V>) => void;
  /** What it does, in words. */
  readonly words: (index: MapIndex, value: NonNullable<V>) => string;
  readonly writeLink: (index: MapIndex, value: NonNullable<V>, link: URLSearchParams) => void;
  /** `none` where the link does not name it, or names nothing in this map. */
  readonly readLink: (index: MapIndex, link: URLSearchParams) => V;
  /** How it is set in the list of filters; absent: elsewhere on the page. Undefined: there is nothing to choose. */
  readonly control?: (index: MapIndex) => Control<V> | undefined;
}

export type Control<V> = RangeControl<V> | ChoiceControl<V>;

/** A range on a row of places 0 … `places` − 1. */
export interface RangeControl<V> {
  readonly kind: "range";
  readonly title: string;
  /** Names of both ends. */
  readonly ends: readonly [from: string, to: string];
  /** Number of places, at least 2. */
  readonly places: number;
  /** What a place stands for, as short as can be. */
  readonly label: (place: number) => string;
  /** The same, as it is read out. */
  readonly spoken: (place: number) => string;
  /** A bar over every place. */
  readonly bars?: readonly { readonly count: number; readonly title: string }[];
  /** First and last place, both included. */
  readonly placesOf: (value: V) => readonly [from: number, to: number];
  readonly valueFor: (from: number, to: number) => V;
  readonly note?: (value: V) => string | undefined;
}

/** Options that are switched one by one. */
export interface ChoiceControl<V> {
  readonly kind: "choices";
  readonly title: string;
  readonly options: readonly {
    readonly name: string;
    readonly isOn: (value: V) => boolean;
    readonly toggle: (value: V) => V;
  }[];
}

export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

export function without(names: readonly string[]): string {
  return `without ${names.join(", ").toLowerCase()}`;
}

/** Comma-separated values of a part of a link. */
export function listIn(link: URLSearchParams, name: string): string[] {
  return (link.get(name) ?? "").split(",").filter(Boolean);
}

/** Both ends of `from..to` in a link. */
export function rangeIn(link: URLSearchParams, name: string): readonly [from: string, to: string] | undefined {
  const [from, to] = (link.get(name) ?? "").split("..");
  return from && to ? [from, to] : undefined;
}
