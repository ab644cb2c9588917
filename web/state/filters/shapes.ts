/**
 * Papers and kinds of terms, switched in the legend.
 */
import { SHAPES, type Shape } from "../../data/map-index.ts";
import { TEXTS } from "../../texts.ts";
import { listIn, without, type Filter } from "./filter.ts";

export const shapesFilter: Filter<ReadonlySet<Shape>> = {
  none: new Set(),
  isOn: (hidden) => hidden.size > 0,
  needsDocument: false,
  hide: (index, shown, hidden) => {
    const isHidden = SHAPES.map((shape) => hidden.has(shape));
    for (let node = 0; node < index.count; node++) if (isHidden[index.shape[node]!]) shown[node] = 0;
  },
  words: ({ shape }, hidden) => {
    const left = SHAPES.filter((one, i) => !hidden.has(one) && shape.includes(i));
    const name = (one: Shape) => TEXTS.shapes(one);
    return left.length === 1 ? TEXTS.filters.only(left.map(name).join()) : without([...hidden].map(name));
  },
  writeLink: (_, hidden, link) => {
    link.set("hide", [...hidden].join(","));
  },
  readLink: (_, link) => new Set(SHAPES.filter((shape) => listIn(link, "hide").includes(shape))),
};
