/**
 * What stands over the map, or in its place while there is none: the beginning, progress, failures, remarks.
 */
import { MAKER_TEXTS } from "../../texts/maker.ts";
import type { Workshop } from "../workshop.ts";
import { EmptyPage } from "./empty-page.tsx";
import { ReadReportView } from "./read-report.tsx";

export function MakerPage({ workshop }: { readonly workshop: Workshop }) {
  const { phase, note } = workshop;
  const state = phase.value;
  return (
    <>
      {state === "empty" && <EmptyPage workshop={workshop} />}
      {(state === "reading" || state === "building") && <Progress workshop={workshop} />}
      {state === "failed" && <Failure workshop={workshop} />}
      {note.value !== undefined && state !== "failed" && <Note workshop={workshop} text={note.value} />}
      <div class="drop-here" aria-hidden="true">
        {MAKER_TEXTS.dropHere}
      </div>
    </>
  );
}

/** What had the focus is gone: the keyboard goes on from here. */
function takeFocus(heading: HTMLElement | null): void {
  heading?.focus();
}

function Progress({ workshop }: { readonly workshop: Workshop }) {
  const { phase, busy, read, shown } = workshop;
  const { step = "", done = 0, total = 0 } = busy.value ?? {};
  const name = MAKER_TEXTS.steps[step] ?? step;
  return (
    <section class={`card maker-card${shown.value ? " beside" : ""}`} aria-label={MAKER_TEXTS.building}>
      <h1 ref={takeFocus} tabIndex={-1}>
        {phase.value === "reading" ? MAKER_TEXTS.reading : MAKER_TEXTS.building}
      </h1>
      <label class="maker-progress">
        <span>{name}</span>
        <progress {...(total > 0 ? { max: total, value: done } : {})} />
      </label>
      <div class="buttons">
        <button type="button" class="button" onClick={() => workshop.cancel()}>
          {MAKER_TEXTS.cancel}
        </button>
      </div>
      {read.value && <ReadReportView read={read.value} />}
    </section>
  );
}

function Failure({ workshop }: { readonly workshop: Workshop }) {
  const { fault, read, shown } = workshop;
  const { message = "", hint } = fault.value ?? {};
  return (
    <section class={`card maker-card${shown.value ? " beside" : ""}`} role="alert">
      <h1 ref={takeFocus} tabIndex={-1}>
        {MAKER_TEXTS.failed}
      </h1>
      <p class="maker-fault">{message}</p>
      {hint !== undefined && <p class="quiet">{hint}</p>}
      <div class="buttons">
        <button type="button" class="button" onClick={() => workshop.dismiss()}>
          {shown.value ? MAKER_TEXTS.back : MAKER_TEXTS.again}
        </button>
      </div>
      {read.value && <ReadReportView read={read.value} />}
    </section>
  );
}

function Note({ workshop, text }: { readonly workshop: Workshop; readonly text: string }) {
  const { read } = workshop;
  return (
    <section class="card maker-card beside" role="status">
      <p>{text}</p>
      {read.value && <ReadReportView read={read.value} />}
      <div class="buttons">
        <button type="button" class="button" onClick={() => workshop.dismiss()}>
          {MAKER_TEXTS.close}
        </button>
      </div>
    </section>
  );
}
