/**
 * One box for everything.
 *
 * Follows the ARIA combobox pattern: the focus stays in the box, the active result is told by id.
 */
import { TEXTS } from "../../texts.ts";
import { Icon } from "../parts/icons.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { SearchHits } from "./search-hits.tsx";
import { hitId, useSearch } from "./use-search.ts";

export function SearchBox() {
  const search = useSearch();
  const { query, active, expanded, groups, hits, shown } = search;
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={search.box}
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
        aria-activedescendant={shown && hits.length > 0 ? hitId(active.value) : undefined}
        value={query.value}
        onInput={(event) => search.type(event.currentTarget.value)}
        onFocus={() => (expanded.value = true)}
        onBlur={search.close}
        onKeyDown={search.onKeyDown}
      />
      {query.value && <IconButton icon="close" label={TEXTS.search.clear} className="small" onClick={search.clear} />}
      <div
        id="hits"
        class="hits card"
        role="listbox"
        aria-label={TEXTS.search.label}
        hidden={!shown || hits.length === 0}
      >
        {shown && (
          <SearchHits groups={groups} active={active.value} onActivate={search.activate} onChoose={search.choose} />
        )}
      </div>
      {shown && hits.length === 0 && <p class="hits card nothing">{search.nothing}</p>}
      <p class="sr-only" role="status">
        {shown ? TEXTS.search.results(groups.reduce((sum, group) => sum + group.total, 0)) : ""}
      </p>
    </div>
  );
}
