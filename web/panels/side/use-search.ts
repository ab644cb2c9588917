/**
 * What the search box remembers, and what its keys do: type, walk the results with the arrow keys, Enter flies there.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Hit } from "../../data/search-index.ts";
import { findHits } from "./find-hits.ts";
import { useStore, type Store } from "../../state/store.ts";
import { hover, setFilters, type Selection } from "../../state/view-state.ts";

export function useSearch() {
  const store = useStore();
  const { search, open, update } = store;
  const query = useSignal("");
  const active = useSignal(0);
  const expanded = useSignal(false);
  const box = useRef<HTMLInputElement>(null);
  const rested = useRested(query.value);
  const { groups, nothing } = findHits(store, query.value, rested);
  const hits = groups.flatMap((group) => group.hits);
  const shown = expanded.value && query.value.trim() !== "" && search.value !== undefined;

  useEffect(() => {
    document.getElementById(hitId(active.value))?.scrollIntoView({ block: "nearest" });
  }, [active.value]);

  const activate = (place: number) => {
    active.value = place;
    const hit = hits[place];
    update((state) => hover(state, hit && targetOf(hit)));
  };
  const close = () => {
    expanded.value = false;
    update((state) => hover(state, undefined));
  };
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    close();
    const target = targetOf(hit);
    if (target) {
      open(target, "fly");
      // The panel takes the focus: what was asked for is read there.
      box.current?.blur();
    } else {
      filterBy(store, hit.text);
      query.value = "";
    }
  };
  const step = (by: number) => {
    if (!shown) expanded.value = true;
    else if (hits.length > 0) activate((active.value + by + hits.length) % hits.length);
  };
  const onKeyDown = keysOf({
    isShown: () => shown || query.value !== "",
    step,
    choose: () => {
      choose(hits[active.value]);
    },
    leave: () => {
      if (shown) close();
      else query.value = "";
    },
  });
  const type = (text: string) => {
    query.value = text;
    active.value = 0;
    expanded.value = true;
  };
  const clear = () => {
    query.value = "";
    box.current?.focus();
  };
  return {
    query,
    active,
    expanded,
    box,
    groups,
    hits,
    shown,
    nothing,
    activate,
    close,
    choose,
    onKeyDown,
    type,
    clear,
  };
}

/** What the keys of the box do. */
interface SearchKeys {
  /** Is there anything that Escape takes away? */
  readonly isShown: () => boolean;
  readonly step: (by: number) => void;
  readonly choose: () => void;
  readonly leave: () => void;
}

function keysOf({ isShown, step, choose, leave }: SearchKeys) {
  return (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") choose();
    else if (event.key === "Escape" && isShown()) {
      event.stopPropagation();
      leave();
    }
  };
}

/** Milliseconds after the last letter. */
const REST = 250;

/** The text, once nobody has typed for a while: looking through all abstracts at every letter would be wasted. */
function useRested(text: string): string {
  const [rested, setRested] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** Of the element that shows a hit. @param place among all hits. */
export function hitId(place: number): string {
  return `hit-${place}`;
}

/** Leaves what a typed search holds for, and flies there. */
function filterBy({ shown, map, update }: Store, expression: string): void {
  update((state) => setFilters(state, { expression }));
  const left = Array.from(shown.value.keys()).filter((node) => shown.value[node] === 1);
  if (left.length > 0) map.value?.moves.flyToNodes(left);
}

function targetOf(hit: Hit): Selection | undefined {
  if (hit.group === "query") return undefined;
  return hit.group === "community" ? { kind: "community", community: hit.target } : { kind: "node", node: hit.target };
}
