/**
 * What can be taken out of the page: a link to this view, a picture of it, the data behind it.
 */
import { useSignal } from "@preact/signals";
import { DATA_FILES, downloadData, downloadPng, downloadSvg } from "../../export/download.ts";
import { MAX_TITLE, writeLink } from "../../state/permalink.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { usePage } from "./page-state.ts";
import type { Panel } from "./panel.ts";

export const exportPanel: Panel = {
  kind: "dialog",
  title: TEXTS.export.title,
  label: TEXTS.export.open,
  icon: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  needsDocument: true,
  Content: ExportContent,
};

const LINK = "link-to-view";

function ExportContent() {
  const store = useStore();
  const view = usePage().view.value;
  const { papers, terms } = store.remaining.value;
  return (
    <>
      <label class="map-name">
        {TEXTS.export.name}
        <input
          maxLength={MAX_TITLE}
          placeholder={store.name.value}
          value={store.title.value}
          onInput={({ currentTarget: { value } }) => store.update((state) => ({ ...state, title: value }))}
        />
      </label>
      <h3>{TEXTS.export.link}</h3>
      <ViewLink />
      {view && (
        <>
          <h3>{TEXTS.export.picture}</h3>
          <div class="buttons">
            <button type="button" class="button" onClick={() => void downloadPng(store, view)}>
              PNG
            </button>
            <button type="button" class="button" onClick={() => void downloadPng(store, view, true)}>
              {TEXTS.export.slide}
            </button>
            <button type="button" class="button" onClick={() => downloadSvg(store, view)}>
              SVG
            </button>
          </div>
        </>
      )}
      <h3>{TEXTS.export.data}</h3>
      <p class="quiet">{TEXTS.export.dataNote(papers, terms)}</p>
      <div class="buttons">
        {DATA_FILES.map((file) => (
          <button key={file.title} type="button" class="button" onClick={() => downloadData(store, file)}>
            {file.title}
          </button>
        ))}
      </div>
    </>
  );
}

function ViewLink() {
  const { index, state, map } = useStore();
  const copied = useSignal(false);
  const link = `${location.href.replace(/#.*/, "")}#${writeLink(index, state.value, map.value?.moves.camera)}`;
  const copy = () => {
    const done = () => (copied.value = true);
    // Pages from disk may not be let: then the link is selected, for copying by hand.
    navigator.clipboard
      .writeText(link)
      .then(done, () => document.querySelector<HTMLInputElement>(`#${LINK}`)?.select());
  };
  return (
    <div class="copy">
      <input
        id={LINK}
        readOnly
        value={link}
        aria-label={TEXTS.export.link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="button" onClick={copy}>
        {copied.value ? TEXTS.export.copied : TEXTS.export.copy}
      </button>
    </div>
  );
}
