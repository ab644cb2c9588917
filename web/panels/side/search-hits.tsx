/**
 * The results of the search box, by groups.
 */
import { nameOf, shapeOf } from "../../data/map-index.ts";
import type { Hit, HitGroup } from "../../data/search-index.ts";
import { toHex } from "../../lib/color.ts";
import { useStore } from "../../state/store.ts";
import { plain } from "../../lib/numbers.ts";
import { TEXTS } from "../../texts.ts";
import { Icon, ShapeIcon } from "../parts/icons.tsx";
import { Swatch } from "../parts/node-link.tsx";
import { hitId } from "./use-search.ts";

interface SearchHitsProps {
  readonly groups: readonly HitGroup[];
  readonly active: number;
  readonly onActivate: (place: number) => void;
  readonly onChoose: (hit: Hit) => void;
}

export function SearchHits({ groups, active, onActivate, onChoose }: SearchHitsProps) {
  let place = -1;
  return (
    <>
      {groups.map(({ group, total, hits }) => (
        <div key={group} role="group" aria-labelledby={`hits-${group}`}>
          <p class="hits-title" id={`hits-${group}`}>
            {TEXTS.search.group(group)} <span class="number">{plain(total)}</span>
          </p>
          {hits.map((hit) => {
            const at = ++place;
            return (
              <div
                key={at}
                id={hitId(at)}
                role="option"
                aria-selected={at === active}
                class="hit"
                onMouseMove={() => at !== active && onActivate(at)}
                // Before the box loses the focus and the list closes.
                onMouseDown={(event) => {
                  event.preventDefault();
                  onChoose(hit);
                }}
              >
                <HitLine hit={hit} />
              </div>
            );
          })}
        </div>
      ))}
    </>
  );
}

function HitLine({ hit }: { readonly hit: Hit }) {
  const { index, colorOf } = useStore();
  if (hit.group === "query") {
    return (
      <>
        <Icon name="filter" /> <span class="name">{TEXTS.search.filterBy(hit.target)}</span>
      </>
    );
  }
  if (hit.group === "community") {
    return (
      <>
        <Swatch color={index.communities.get(hit.target)?.color ?? ""} /> <span class="name">{hit.text}</span>
      </>
    );
  }
  if (hit.group === "text" || hit.group === "match") {
    return (
      <>
        <ShapeIcon shape="paper" color={toHex(colorOf.value(hit.target))} />
        <span class="found">
          <span class="name">{hit.text}</span>
          {hit.sentence && <span class="sentence">{hit.sentence}</span>}
        </span>
      </>
    );
  }
  return (
    <>
      <ShapeIcon shape={shapeOf(index, hit.target)} color={toHex(colorOf.value(hit.target))} />
      <span class="name">{hit.text}</span>
      {hit.group === "alias" && <span class="note">{TEXTS.search.aliasOf(nameOf(index, hit.target))}</span>}
      {hit.group === "term" && <span class="note">{plain(index.weight[hit.target]!)}</span>}
    </>
  );
}
