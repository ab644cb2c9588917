/**
 * The project behind the map: its files, more of them, the whole map in every format, and how it is kept.
 */
import { outputs } from "virtual:formats";
import { useSignal } from "@preact/signals";
import { saveBlob } from "../../export/download.ts";
import type { Panel } from "../../panels/page/panel.ts";
import { MAKER_TEXTS } from "../../texts/maker.ts";
import type { NamedFile } from "../work/messages.ts";
import type { Workshop } from "../workshop.ts";
import { chooseFiles } from "./choose-files.ts";
import { PasteForm } from "./empty-page.tsx";
import { ReadReportView } from "./read-report.tsx";

const MOST_FILES = 8;

export function projectPanel(workshop: Workshop): Panel {
  return {
    kind: "dialog",
    title: MAKER_TEXTS.project,
    label: MAKER_TEXTS.projectOpen,
    icon: "M3 7V5h6l2 2h10v12H3V7ZM3 10h18",
    Content: () => <ProjectContent workshop={workshop} />,
  };
}

function ProjectContent({ workshop }: { readonly workshop: Workshop }) {
  const { shown, read } = workshop;
  const pasting = useSignal(false);
  const project = shown.value?.project;
  if (!project) return null;
  const { inputs } = project;
  return (
    <>
      <h3>{MAKER_TEXTS.files}</h3>
      <ul class="input-files">
        {inputs.slice(0, MOST_FILES).map(({ name, blob }) => (
          <li key={name}>
            <span class="name">{name}</span> <span class="quiet">{MAKER_TEXTS.size(blob.size)}</span>
          </li>
        ))}
        {inputs.length > MOST_FILES && <li class="quiet">{MAKER_TEXTS.moreFiles(inputs.length - MOST_FILES)}</li>}
      </ul>
      <div class="buttons">
        <button type="button" class="button" onClick={chooseFiles}>
          {MAKER_TEXTS.addFiles}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={pasting.value}
          onClick={() => (pasting.value = !pasting.value)}
        >
          {MAKER_TEXTS.addText}
        </button>
        <button type="button" class="button" onClick={() => workshop.startNew()}>
          {MAKER_TEXTS.startNew}
        </button>
      </div>
      {pasting.value && <PasteForm workshop={workshop} />}
      {read.value && (
        <>
          <h3>{MAKER_TEXTS.report}</h3>
          <ReadReportView read={read.value} />
        </>
      )}
      <h3>{MAKER_TEXTS.wholeMap}</h3>
      <Exports workshop={workshop} />
      <h3>{MAKER_TEXTS.keep}</h3>
      <Keeping workshop={workshop} />
    </>
  );
}

function Exports({ workshop }: { readonly workshop: Workshop }) {
  return (
    <div class="buttons">
      {outputs.map(({ id, title, purpose }) => (
        <FileButton key={id} label={title} title={purpose} make={() => workshop.exportAs(id)} />
      ))}
    </div>
  );
}

function Keeping({ workshop }: { readonly workshop: Workshop }) {
  const kept = workshop.kept.value;
  return (
    <>
      <p class="quiet" role="status">
        {kept === undefined ? MAKER_TEXTS.keeping : kept ? MAKER_TEXTS.keptHere : MAKER_TEXTS.notKept}
      </p>
      <div class="buttons">
        <FileButton label={MAKER_TEXTS.save} title={MAKER_TEXTS.saveHelp} make={() => workshop.packProject()} />
      </div>
    </>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly title: string;
  readonly make: () => Promise<NamedFile>;
}

/** Makes a file in a worker, then hands it to the browser. */
function FileButton({ label, title, make }: FileButtonProps) {
  const working = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  const work = () => {
    working.value = true;
    fault.value = undefined;
    make()
      .then(({ name, blob }) => saveBlob(name, blob))
      .catch((error: unknown) => (fault.value = error instanceof Error ? error.message : String(error)))
      .finally(() => (working.value = false));
  };
  return (
    <>
      <button type="button" class="button" title={title} disabled={working.value} onClick={work}>
        {label}
      </button>
      {fault.value !== undefined && <p role="alert">{fault.value}</p>}
    </>
  );
}
