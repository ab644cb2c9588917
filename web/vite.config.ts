/**
 * Builds the viewer to one file, `dist/web/index.html`, with a strict content policy inside; for `npm run dev` serves its
 * sources beside a built map.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { COLUMNS_ELEMENT, DATA_ELEMENT, NUMBERS_ELEMENT } from "../src/export/map.ts";
import { fontSheet } from "./style/fonts/faces.ts";
import { tokenSheet } from "./style/tokens.ts";

/** Folder of a built map that `npm run dev` shows; relative to this one. */
const MAP_FOLDER = process.env["PAPERWEAVE_MAP"] ?? "../output";

/** Allows exactly the script and style that are in the page, by their hashes. The data element is not a script to run. */
function contentPolicy(): Plugin {
  return {
    name: "content-policy",
    apply: "build",
    enforce: "post",
    // After the plugin that puts script and style into the page.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("no page was built");
        const html = placeScript(String(page.source));
        for (const element of [COLUMNS_ELEMENT, NUMBERS_ELEMENT, DATA_ELEMENT])
          if (html.split(element).length !== 2) throw new Error(`the page must hold exactly one ${element}`);
        const policy = [
          "default-src 'none'",
          `script-src ${hashes(html, /<script>([^]*?)<\/script>/g)}`,
          `style-src ${hashes(html, /<style[^>]*>([^]*?)<\/style>/g)}`,
          "img-src data: blob:",
          "font-src data:",
          "connect-src 'self'",
          "worker-src blob:",
          "base-uri 'none'",
          "form-action 'none'",
        ].join("; ");
        page.source = html.replace(
          '<meta charset="utf-8" />',
          (tag) => `${tag}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        );
      },
    },
  };
}

/**
 * Puts the script between columns and document, as one that runs where it stands: a module would wait for the whole page,
 * the document included.
 */
function placeScript(html: string): string {
  const module = /\s*<script type="module"[^>]*>([^]*?)<\/script>/.exec(html);
  if (!module) throw new Error("no script was built");
  const [element, text = ""] = module;
  const code = inAscii(text);
  return html.replace(element, "").replace(DATA_ELEMENT, () => `<script>${code}</script>\n    ${DATA_ELEMENT}`);
}

/** A script is read and compiled faster when every letter is one byte. */
export function inAscii(script: string): string {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export function hashes(html: string, pattern: RegExp): string {
  const found = [...html.matchAll(pattern)].map(
    ([, text]) =>
      `'sha256-${createHash("sha256")
        .update(text ?? "")
        .digest("base64")}'`,
  );
  if (found.length === 0) throw new Error(`nothing in the page fits ${String(pattern)}`);
  return found.join(" ");
}

/** `virtual:tokens.css`: the typefaces, and the custom properties that `style/tokens.ts` stands for. */
export function tokens(): Plugin {
  const id = "\0virtual:tokens.css";
  return {
    name: "tokens",
    resolveId: (source) => (source === "virtual:tokens.css" ? id : undefined),
    load: async (asked) => (asked === id ? (await fontSheet()) + tokenSheet() : undefined),
  };
}

/** Loads the page again when its map has been built anew. */
function reloadWithMap(): Plugin {
  return {
    name: "reload-with-map",
    apply: "serve",
    configureServer: ({ config, watcher, ws }) => {
      const document = join(config.publicDir, "graph.json");
      watcher.add(document);
      watcher.on("all", (_, file) => {
        if (file === document) ws.send({ type: "full-reload" });
      });
    },
  };
}

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  // The page carries nothing there: it asks for ./graph.json.
  publicDir: command === "serve" ? MAP_FOLDER : false,
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [tokens(), reloadWithMap(), ...(command === "build" ? [viteSingleFile()] : []), contentPolicy()],
  build: {
    rolldownOptions: { output: { format: "iife" } },
    outDir: "../dist/web",
    // The page that makes maps stands beside it; a build empties all of `dist` first.
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
  },
}));
