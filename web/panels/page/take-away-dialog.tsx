/**
 * What can be carried away: a link to this view, a picture of it, the data behind it.
 */
import { useSignal } from "@preact/signals";
import { writeLink } from "../../state/permalink.ts";
import { useStore } from "../../state/store.ts";
import { DATA_FORMATS, downloadData, downloadPng, downloadSvg } from "../../take-away/download.ts";
import { TEXTS } from "../../texts.ts";
import { Dialog } from "../parts/dialog.tsx";

export function TakeAwayDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore();
  const { index, state, map, remaining } = store;
  const copied = useSignal(false);
  const view = map.value;
  const link = `${location.href.replace(/#.*/, "")}#${writeLink(index, state.value, view?.moves.place)}`;
  const { papers, terms } = remaining.value;
  return (
    <Dialog title={TEXTS.take.title} onClose={onClose}>
      <h3>{TEXTS.take.link}</h3>
      <div class="copy">
        <input
          id="take-link"
          readOnly
          value={link}
          aria-label={TEXTS.take.link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          class="button"
          onClick={() => {
            const done = () => (copied.value = true);
            // Pages from disk may not be let: then the link is selected, for copying by hand.
            navigator.clipboard
              .writeText(link)
              .then(done, () => document.querySelector<HTMLInputElement>("#take-link")?.select());
          }}
        >
          {copied.value ? TEXTS.take.copied : TEXTS.take.copy}
        </button>
      </div>
      {view && (
        <>
          <h3>{TEXTS.take.picture}</h3>
          <div class="buttons">
            <button type="button" class="button" onClick={() => void downloadPng(store, view)}>
              PNG
            </button>
            <button type="button" class="button" onClick={() => downloadSvg(store, view)}>
              SVG
            </button>
          </div>
        </>
      )}
      <h3>{TEXTS.take.data}</h3>
      <p class="quiet">{TEXTS.take.dataNote(papers, terms)}</p>
      <div class="buttons">
        {DATA_FORMATS.map((format) => (
          <button key={format} type="button" class="button" onClick={() => downloadData(store, format)}>
            {TEXTS.take.formats[format]}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
