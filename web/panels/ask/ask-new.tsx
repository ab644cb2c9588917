/**
 * What the last build added: where it went, the papers, and the terms that only they have.
 */
import { answerOf } from "../../data/ask.ts";
import { paperAt, termAt } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { MoreList } from "../parts/more-list.tsx";
import { CommunityLink, NodeLink } from "../parts/node-link.tsx";

const MAX_NEW = 1000;

export function AskNew() {
  const { index, state, update } = useStore();
  const found = answerOf(index, "new", { limit: MAX_NEW });
  if (!found) return <p role="status">{TEXTS.ask.working}</p>;
  const isShown = state.value.colorBy === "new";
  return (
    <>
      <p>
        <button
          type="button"
          class="button"
          aria-pressed={isShown}
          onClick={() => update((current) => ({ ...current, colorBy: isShown ? "community" : "new" }))}
        >
          {TEXTS.ask.added.onMap}
        </button>
      </p>
      <div class="ask-columns">
        <section>
          <h3>{TEXTS.ask.added.papers(found.all.papers)}</h3>
          <MoreList items={found.papers} first={10} className="plain-list">
            {(paper) => <NodeLink node={paper} note={paperAt(index, paper)?.date} />}
          </MoreList>
        </section>
        <section>
          <h3>{TEXTS.ask.added.terms(found.all.terms)}</h3>
          {found.terms.length === 0 && <p class="quiet">{TEXTS.ask.none}</p>}
          <MoreList items={found.terms} first={10} className="plain-list">
            {(term) => <NodeLink node={term} note={TEXTS.panel.inPapers(termAt(index, term)?.papers ?? 0)} />}
          </MoreList>
        </section>
        <section>
          <h3>{TEXTS.ask.added.communities}</h3>
          <MoreList items={found.communities} first={10} className="plain-list grown">
            {({ id, papers }) => (
              <>
                <CommunityLink community={id} /> <span class="note">{TEXTS.ask.added.more(papers)}</span>
              </>
            )}
          </MoreList>
        </section>
      </div>
    </>
  );
}
