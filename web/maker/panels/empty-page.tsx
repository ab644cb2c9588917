/**
 * The beginning: what to drop here, where to get it from, what was made before.
 */
import { inputs } from "virtual:formats";
import { useState } from "preact/hooks";
import { IconButton } from "../../panels/parts/icon-button.tsx";
import { MAKER_TEXTS } from "../../texts/maker.ts";
import type { Workshop } from "../workshop.ts";
import { addText, chooseFiles, chooseFolder } from "./choose-files.ts";
import { Ornament } from "./ornament.tsx";

export function EmptyPage({ workshop }: { readonly workshop: Workshop }) {
  return (
    <main class="maker-empty">
      <header>
        <h1>{MAKER_TEXTS.title}</h1>
        <p>{MAKER_TEXTS.claim}</p>
      </header>
      <DropCard workshop={workshop} />
      <Sources />
      <Stored workshop={workshop} />
      <footer class="quiet">
        <p>{MAKER_TEXTS.private}</p>
        <p title={inputs.join(", ")}>{MAKER_TEXTS.formats(inputs.length)}</p>
      </footer>
    </main>
  );
}

function DropCard({ workshop }: { readonly workshop: Workshop }) {
  const [pasting, setPasting] = useState(false);
  return (
    <section class="card drop-card" aria-label={MAKER_TEXTS.drop}>
      <Ornament />
      <h2>{MAKER_TEXTS.drop}</h2>
      <div class="buttons">
        <button type="button" class="button main" onClick={chooseFiles}>
          {MAKER_TEXTS.choose}
        </button>
        <button type="button" class="button" onClick={() => chooseFolder(workshop)}>
          {MAKER_TEXTS.chooseFolder}
        </button>
        <button type="button" class="button" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {MAKER_TEXTS.paste}
        </button>
        <button type="button" class="button" title={MAKER_TEXTS.sampleNote} onClick={() => void workshop.addSample()}>
          {MAKER_TEXTS.sample}
        </button>
      </div>
      {pasting && <PasteForm workshop={workshop} />}
    </section>
  );
}

export function PasteForm({ workshop }: { readonly workshop: Workshop }) {
  const [text, setText] = useState("");
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        addText(workshop, text);
      }}
    >
      <label>
        {MAKER_TEXTS.pasteLabel}
        <textarea rows={7} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button main" disabled={text.trim() === ""}>
        {MAKER_TEXTS.pasteDo}
      </button>
    </form>
  );
}

function Sources() {
  return (
    <section class="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{MAKER_TEXTS.from}</h2>
      <dl>
        {MAKER_TEXTS.sources.map(({ name, how }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Stored({ workshop }: { readonly workshop: Workshop }) {
  const stored = workshop.stored.value;
  if (stored.length === 0) return null;
  return (
    <section class="stored" aria-labelledby="stored-title">
      <h2 id="stored-title">{MAKER_TEXTS.stored}</h2>
      <ul>
        {stored.map((project) => (
          <li key={project.id}>
            <button
              type="button"
              class="stored-open"
              aria-label={MAKER_TEXTS.openStored(project.name)}
              onClick={() => workshop.openStored(project)}
            >
              <span class="name">{project.name}</span>
              <span class="quiet">{MAKER_TEXTS.papers(project.papers)}</span>
            </button>
            <IconButton
              icon="close"
              className="small"
              label={MAKER_TEXTS.forget(project.name)}
              onClick={() => void workshop.forget(project)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
