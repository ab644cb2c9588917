/**
 * What the map is called, what is on it, when that is from, and what stands out.
 */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { periodOf, sentenceOf } from "../../state/map-title.ts";
import { MAX_TITLE } from "../../state/permalink.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";

export function TitleBlock() {
  const { index, name, ready } = useStore();
  useEffect(() => {
    document.title = TEXTS.mapTitle.page(name.value);
  }, [name.value]);
  const period = ready.value ? periodOf(index) : undefined;
  return (
    <>
      <Name />
      <Summary />
      <p class="about-map">
        {period !== undefined && <span>{period}. </span>}
        {sentenceOf(index)}
      </p>
    </>
  );
}

/** On a phone, where the block is only for screen readers, the legend begins with it. */
export function SheetTitle() {
  const { index, name } = useStore();
  return (
    <p class="sheet-title phone-only" aria-hidden="true">
      <b>{name.value}</b>
      {sentenceOf(index)}
    </p>
  );
}

/** The name becomes a field when it is clicked. */
function Name() {
  const { state, name, update } = useStore();
  const writing = useSignal(false);
  if (!writing.value)
    return (
      <h1>
        <button type="button" title={TEXTS.mapTitle.rename} onClick={() => (writing.value = true)}>
          {name.value}
        </button>
      </h1>
    );
  const end = (title: string) => {
    writing.value = false;
    update((current) => ({ ...current, title: title.trim() }));
  };
  return (
    <input
      class="title-field"
      aria-label={TEXTS.mapTitle.rename}
      maxLength={MAX_TITLE}
      placeholder={name.value}
      defaultValue={state.value.title}
      ref={(field) => field?.focus()}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") end(event.currentTarget.value);
        else if (event.key === "Escape") writing.value = false;
        event.stopPropagation();
      }}
    />
  );
}

function Summary() {
  const { index, remaining } = useStore();
  const { papers, terms } = remaining.value;
  const all = papers === index.papers && terms === index.count - index.papers;
  return (
    <p class="summary" role="status">
      {all ? TEXTS.summary(papers, terms, index.topLevel.length) : TEXTS.remaining(papers, terms)}
      {all && index.columns.limits && ` · ${TEXTS.limits(index.columns.limits)}`}
    </p>
  );
}
