/**
 * Terms by what papers state of them: only those that are used for something, beat something …
 */
import { STATED_KINDS, type StatedKind } from "../../../src/contract/graph-document.ts";
import { EDGE_KINDS, type MapIndex } from "../../data/map-index.ts";
import { TEXTS } from "../../texts.ts";
import { listIn, toggled, type Filter } from "./filter.ts";

export const relationsFilter: Filter<ReadonlySet<StatedKind>> = {
  none: new Set(),
  isOn: (kinds) => kinds.size > 0,
  needsDocument: false,
  hide: (index, shown, kinds) => {
    const related = termsWith(index, kinds);
    for (let node = index.papers; node < index.count; node++) if (!related[node]) shown[node] = 0;
  },
  words: (_, kinds) => `terms that papers say are ${[...kinds].map((kind) => TEXTS.facts.relation(kind)).join(" or ")}`,
  writeLink: (_, kinds, link) => {
    link.set("relations", STATED_KINDS.filter((kind) => kinds.has(kind)).join(","));
  },
  readLink: (_, link) => {
    const named = listIn(link, "relations");
    return new Set(STATED_KINDS.filter((kind) => named.includes(kind)));
  },
  control: (index) => {
    const present = new Set(Array.from(index.columns.kind, (kind) => EDGE_KINDS[kind]));
    const options = STATED_KINDS.filter((kind) => present.has(kind)).map((kind) => ({
      name: TEXTS.facts.relation(kind),
      isOn: (kinds: ReadonlySet<StatedKind>) => kinds.has(kind),
      toggle: (kinds: ReadonlySet<StatedKind>) => toggled(kinds, kind),
    }));
    return options.length === 0 ? undefined : { kind: "choices", title: "Only terms that are", options };
  },
};

/** 1 at both ends of edges of these kinds. */
function termsWith({ columns, count }: MapIndex, kinds: ReadonlySet<StatedKind>): Uint8Array {
  const related = new Uint8Array(count);
  const wanted = new Set([...kinds].map((kind) => EDGE_KINDS.indexOf(kind)));
  for (let edge = 0; edge < columns.kind.length; edge++)
    if (wanted.has(columns.kind[edge]!)) related[columns.from[edge]!] = related[columns.to[edge]!] = 1;
  return related;
}
