/**
 * Correcting the map: another type, one term with another, away with it, another name; shown as pending until rebuilt.
 */
import { documentOf } from "../../data/map-index.ts";
import { useRef } from "preact/hooks";
import { TERM_TYPES, type Community, type TermNode } from "../../../src/contract/graph-document.ts";
import type { Decision } from "../../../src/contract/decisions.ts";
import { pendingDecisions, standingDecisions, takenBack } from "../../decide/decision-file.ts";
import { writeLink } from "../../state/permalink.ts";
import { useStore } from "../../state/store.ts";
import { downloadText } from "../../export/download.ts";
import { TEXTS } from "../../texts.ts";
import { IconButton } from "../parts/icon-button.tsx";

/** Names offered while typing the term to merge with. */
const MAX_OFFERED = 400;

export function DecideTerm({ term }: { readonly term: TermNode }) {
  const { index, decisions } = useStore();
  const other = useRef<HTMLInputElement>(null);
  return (
    <details class="decide">
      <summary>{TEXTS.decide.title}</summary>
      <label>
        {TEXTS.decide.type}
        <select
          value={term.type}
          onChange={(event) => {
            const type = TERM_TYPES.find((name) => name === event.currentTarget.value);
            if (type) decisions.decide({ kind: "type", term: term.term, type });
          }}
        >
          {TERM_TYPES.map((type) => (
            <option key={type} value={type}>
              {TEXTS.typeName(type)}
            </option>
          ))}
        </select>
      </label>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const canonical = other.current?.value.trim() ?? "";
          if (canonical !== "" && canonical !== term.term)
            decisions.decide({ kind: "merge", form: term.term, canonical });
        }}
      >
        <label>
          {TEXTS.decide.merge}
          <input ref={other} type="text" list="known-terms" autocomplete="off" />
        </label>
        <datalist id="known-terms">
          {index.columns.names.slice(index.papers, index.papers + MAX_OFFERED).map((known) => (
            <option key={known} value={known} />
          ))}
        </datalist>
        <button type="submit" class="button">
          {TEXTS.decide.mergeDo}
        </button>
      </form>
      <button type="button" class="button" onClick={() => decisions.decide({ kind: "drop", term: term.term })}>
        {TEXTS.decide.drop}
      </button>
    </details>
  );
}

export function DecideCommunity({ community }: { readonly community: Community }) {
  const { index, decisions } = useStore();
  const name = useRef<HTMLInputElement>(null);
  // Top lists also name terms whose own home is elsewhere: those would rename another community.
  const listed = new Set([...community.top_methods, ...community.top_concepts]);
  const member = documentOf(index).terms.find(
    (term) => listed.has(term.node) && (term.community === community.id || term.topic === community.id),
  );
  if (!member) return null;
  return (
    <details class="decide">
      <summary>{TEXTS.decide.title}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const label = name.current?.value.trim() ?? "";
          if (label !== "" && label !== community.label)
            decisions.decide({ kind: "label", member: member.term, name: label });
        }}
      >
        <label>
          {TEXTS.decide.name}
          <input ref={name} type="text" defaultValue={community.label} autocomplete="off" />
        </label>
        <button type="submit" class="button">
          {TEXTS.decide.rename}
        </button>
      </form>
    </details>
  );
}

/** What is decided and not yet on the map, what was taken back, and what stands; each can be undone. */
export function PendingDecisions() {
  const { index, state, map, decisions } = useStore();
  const [text, built] = [decisions.text.value, decisions.built.value];
  const added = pendingDecisions(text, built);
  const gone = takenBack(text, built);
  const standing = standingDecisions(text, built);
  const progress = decisions.progress.value;
  const waiting = added.length + gone.length;
  if (waiting + standing.length === 0 && decisions.fault.value === undefined) return null;
  return (
    <section class="pending" aria-label={TEXTS.decide.region}>
      {waiting > 0 && (
        <>
          <h2>
            {TEXTS.decide.pending} <span class="number">{waiting}</span>
          </h2>
          <ul class="decisions">
            {added.map((decision) => (
              <Decided key={say(decision)} text={say(decision)} onUndo={() => decisions.undo(decision)} />
            ))}
            {gone.map((decision) => (
              <Decided
                key={say(decision)}
                text={TEXTS.decide.noLonger(say(decision))}
                onUndo={() => decisions.decide(decision)}
              />
            ))}
          </ul>
        </>
      )}
      {decisions.fault.value !== undefined && <p role="alert">{decisions.fault.value}</p>}
      {progress && (
        <label class="progress">
          {progress.step}
          <progress {...(progress.total > 0 ? { max: progress.total, value: progress.done } : {})} />
        </label>
      )}
      {waiting === 0 ? null : decisions.served ? (
        <button
          type="button"
          class="button"
          disabled={progress !== undefined}
          onClick={() =>
            decisions.rebuild(() =>
              history.replaceState(history.state, "", `#${writeLink(index, state.value, map.value?.moves.camera)}`),
            )
          }
        >
          {TEXTS.decide.rebuild}
        </button>
      ) : (
        <>
          <button type="button" class="button" onClick={() => downloadText("decisions.tsv", decisions.text.value)}>
            {TEXTS.decide.download}
          </button>
          <p class="hint">
            {TEXTS.decide.downloadHelp} {decisions.kept.value ? TEXTS.decide.kept : TEXTS.decide.notKept}
          </p>
        </>
      )}
      {standing.length > 0 && (
        <details>
          <summary>
            {TEXTS.decide.standing} <span class="number">{standing.length}</span>
          </summary>
          <ul class="decisions">
            {standing.map((decision) => (
              <Decided key={say(decision)} text={say(decision)} onUndo={() => decisions.undo(decision)} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Decided({ text, onUndo }: { readonly text: string; readonly onUndo: () => void }) {
  return (
    <li>
      {text}
      <IconButton icon="close" className="small" label={TEXTS.filters.undo(text)} onClick={onUndo} />
    </li>
  );
}

function say(decision: Decision): string {
  switch (decision.kind) {
    case "merge":
      return TEXTS.decide.said.merge(decision.form, decision.canonical);
    case "split":
      return TEXTS.decide.said.split(decision.form);
    case "type":
      return TEXTS.decide.said.type(decision.term, TEXTS.typeName(decision.type).toLowerCase());
    case "drop":
    case "keep":
      return TEXTS.decide.said[decision.kind](decision.term);
    case "label":
      return TEXTS.decide.said.label(decision.name);
  }
}
