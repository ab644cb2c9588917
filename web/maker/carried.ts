/**
 * What the page carries packed in its elements: the workers' script, the models, the viewer's page, the sample.
 */
import { bytesOf } from "../../src/export/map-numbers.ts";
import { once } from "../data/once.ts";
import { MAKER_TEXTS } from "../texts/maker.ts";
import { MODEL_ELEMENT, SAMPLE_ELEMENT, VIEWER_ELEMENT, WORKER_ELEMENT } from "./assets/elements.ts";
import { putInFonts } from "./assets/shared-fonts.ts";
import type { Carried, NamedFile } from "./work/messages.ts";

/** The workers' script, and its address for the page; made when the first one starts. */
export const workerScript = once(async () => {
  const script = new Blob([await inflated(await textOf(WORKER_ELEMENT))], { type: "text/javascript" });
  return { script, address: URL.createObjectURL(script) };
});

export const carriedFiles = once(async (): Promise<Carried> => {
  await pageRead();
  const models = [...document.querySelectorAll(`[id^="${MODEL_ELEMENT}"]`)].map(
    ({ id, textContent }) => [id.slice(MODEL_ELEMENT.length), textContent] as const,
  );
  if (models.length === 0) throw new Error(MAKER_TEXTS.damaged);
  const bare = await (await inflated(await textOf(VIEWER_ELEMENT))).text();
  const styles = [...document.querySelectorAll("style")].map(({ textContent }) => textContent);
  const viewer = putInFonts(bare, styles.join(""));
  return { version: version(), viewer, models: Object.fromEntries(models) };
});

export async function samplePages(): Promise<NamedFile[]> {
  await pageRead();
  const elements = [...document.querySelectorAll(`[id^="${SAMPLE_ELEMENT}"]`)];
  return Promise.all(
    elements.map(async ({ id, textContent }) => ({
      name: id.slice(SAMPLE_ELEMENT.length),
      blob: await inflated(textContent),
    })),
  );
}

function version(): string {
  const generator = document.querySelector<HTMLMetaElement>('meta[name="generator"]')?.content ?? "";
  return generator.replace(/^\S+ /, "");
}

async function textOf(id: string): Promise<string> {
  await pageRead();
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(MAKER_TEXTS.damaged);
  return text;
}

function inflated(letters: string): Promise<Blob> {
  const bytes = new Blob([bytesOf(letters)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(bytes).blob();
}

/** The elements stand at the page's end. */
function pageRead(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => document.addEventListener("DOMContentLoaded", () => done(), { once: true }));
}
