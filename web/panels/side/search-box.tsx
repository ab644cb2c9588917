/**
 * One box for everything: type, walk the grouped results with the arrow keys, Enter flies there.
 *
 * Follows the ARIA combobox pattern: the focus stays in the box, the active result is told by id.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { AnswerOf } from "../../../src/query/questions.ts";
import { answerOf } from "../../data/ask.ts";
import { nameOf, shapeOf } from "../../data/map-index.ts";
import type { Hit, HitGroup, SearchIndex } from "../../data/search-index.ts";
import { looksTyped } from "../../data/typed-search.ts";
import { toHex } from "../../map/colors.ts";
import { useStore } from "../../state/store.ts";
import { hover, setFilters, type Selection } from "../../state/view-state.ts";
import { plain, TEXTS } from "../../texts.ts";
import { Icon, ShapeIcon } from "../parts/icons.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { Swatch } from "../parts/node-link.tsx";

export function SearchBox() {
  const store = useStore();
  const { index, search, ready, open, update } = store;
  const query = useSignal("");
  const active = useSignal(0);
  const expanded = useSignal(false);
  const box = useRef<HTMLInputElement>(null);
  const asked = ready.value && looksTyped(query.value) ? query.value.trim() : undefined;
  const typed = asked === undefined ? undefined : answerOf(index, "search", { expression: asked });
  const groups = asked === undefined || typed ? findAll(query.value, typed, search.value) : [];
  const hits = groups.flatMap((group) => group.hits);
  const shown = expanded.value && query.value.trim() !== "" && search.value !== undefined;

  useEffect(() => {
    document.getElementById(`hit-${active.value}`)?.scrollIntoView({ block: "nearest" });
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
      update((state) => setFilters(state, { expression: hit.text }));
      query.value = "";
      const left = Array.from(store.shown.value.keys()).filter((node) => store.shown.value[node] === 1);
      if (left.length > 0) store.map.value?.moves.flyToNodes(left);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown) expanded.value = true;
      else if (hits.length > 0)
        activate((active.value + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter") choose(hits[active.value]);
    else if (event.key === "Escape" && (shown || query.value)) {
      event.stopPropagation();
      if (shown) close();
      else query.value = "";
    }
  };

  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={box}
        id="search"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={TEXTS.search.label}
        placeholder={TEXTS.search.placeholder}
        aria-expanded={shown}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={shown && hits.length > 0 ? `hit-${active.value}` : undefined}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          expanded.value = true;
        }}
        onFocus={() => (expanded.value = true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {query.value && (
        <IconButton
          icon="close"
          label={TEXTS.search.clear}
          className="small"
          onClick={() => {
            query.value = "";
            box.current?.focus();
          }}
        />
      )}
      <div
        id="hits"
        class="hits card"
        role="listbox"
        aria-label={TEXTS.search.label}
        hidden={!shown || hits.length === 0}
      >
        {shown && <Groups groups={groups} active={active.value} onActivate={activate} onChoose={choose} />}
      </div>
      {shown && hits.length === 0 && (
        <p class="hits card nothing">
          {typed?.ok === false ? typed.message : asked !== undefined && !typed ? TEXTS.ask.working : TEXTS.search.none}
        </p>
      )}
      <p class="sr-only" role="status">
        {shown ? TEXTS.search.results(groups.reduce((sum, group) => sum + group.total, 0)) : ""}
      </p>
    </div>
  );
}

interface GroupsProps {
  readonly groups: readonly HitGroup[];
  readonly active: number;
  readonly onActivate: (place: number) => void;
  readonly onChoose: (hit: Hit) => void;
}

function Groups({ groups, active, onActivate, onChoose }: GroupsProps) {
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
                id={`hit-${at}`}
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
  return (
    <>
      <ShapeIcon shape={shapeOf(index, hit.target)} color={toHex(colorOf.value(hit.target))} />
      <span class="name">{hit.text}</span>
      {hit.group === "alias" && <span class="note">{TEXTS.search.aliasOf(nameOf(index, hit.target))}</span>}
      {hit.group === "term" && <span class="note">{plain(index.weight[hit.target]!)}</span>}
    </>
  );
}

function findAll(query: string, typed: AnswerOf<"search"> | undefined, search: SearchIndex | undefined): HitGroup[] {
  if (typed)
    return typed.ok
      ? [
          {
            group: "query",
            total: typed.papers.length,
            hits: [{ group: "query", target: typed.papers.length, text: query.trim() }],
          },
        ]
      : [];
  return query.trim() ? (search?.find(query) ?? []) : [];
}

function targetOf(hit: Hit): Selection | undefined {
  if (hit.group === "query") return undefined;
  return hit.group === "community" ? { kind: "community", community: hit.target } : { kind: "node", node: hit.target };
}
