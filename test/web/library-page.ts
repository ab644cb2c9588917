/**
 * A page that uses the library: texts that are dropped on it become a map as GraphML, with nothing but the browser.
 */
import { DEFAULT_CONFIG, FORMATS, openResources, runPipeline, type Source, writeFormat } from "../../src/library.ts";

declare global {
  interface Window {
    /** What the page has made of the last drop. */
    made?: Promise<{ readonly graphml: string; readonly problems: readonly string[] }>;
  }
}

document.addEventListener("dragover", (event) => {
  event.preventDefault();
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  window.made = makeMap([...(event.dataTransfer?.files ?? [])]);
});

async function makeMap(files: readonly File[]) {
  const resources = await openResources(async (name) => {
    const response = await fetch(`assets/${name}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  const { value, problems } = await runPipeline(files.map(sourceOf), resources, DEFAULT_CONFIG, { generator: "page" });
  const format = FORMATS.find(({ id }) => id === "graphml")!;
  const written = await Promise.resolve(writeFormat(format, value.document));
  const [chunks = []] = Object.values(written);
  return { graphml: [...chunks].join(""), problems: problems.map(({ code }) => code) };
}

function sourceOf(file: File): Source {
  return { file: file.name, text: textOf(file) };
}

async function* textOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
