/**
 * Builds the page that makes maps to one file, `dist/web/paperweave.html`: its own script first, then, packed, what only
 * a build needs: the workers' script, the models, the viewer's page and the sample. Nothing of it may use a network.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build, defineConfig, type Plugin, type Rolldown } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { version } from "../../package.json" with { type: "json" };
import { FORMATS } from "../../src/export/formats.ts";
import { RESOURCE_FILES } from "../../src/extract/resources.ts";
import { ENDINGS, endingsHint, READERS } from "../../src/read/readers.ts";
import { hashes, inAscii, tokens } from "../vite.config.ts";
import { elementOf, MODEL_ELEMENT, SAMPLE_ELEMENT, VIEWER_ELEMENT, WORKER_ELEMENT } from "./assets/elements.ts";
import { takeOutFonts } from "./assets/shared-fonts.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The viewer's page, which has to be built before. */
const VIEWER = process.env["PAPERWEAVE_VIEWER"] ?? join(ROOT, "dist/web/index.html");
const SAMPLE = ["daily-papers-a.txt", "daily-papers-b.txt"];

const packed = (bytes: Uint8Array): string => deflateRawSync(bytes, { level: 9 }).toString("base64");
const read = (path: string): Buffer => readFileSync(join(ROOT, path));

/** `virtual:formats`: lists from the code of the workers. */
function formats(): Plugin {
  const id = "\0virtual:formats";
  const lists = {
    endings: ENDINGS,
    endingsHint: endingsHint(),
    inputs: READERS.map(({ title }) => title),
    outputs: FORMATS.map(({ id: format, title, purpose }) => ({ id: format, title, purpose })),
  };
  return {
    name: "formats",
    resolveId: (source) => (source === "virtual:formats" ? id : undefined),
    load: (asked) =>
      asked === id
        ? Object.entries(lists)
            .map(([name, list]) => `export const ${name} = ${JSON.stringify(list)};\n`)
            .join("")
        : undefined,
  };
}

/** The script of all workers, with the libraries of all formats inside. */
async function workerScript(): Promise<string> {
  const made = (await build({
    configFile: false,
    root: ROOT,
    // The bundler warns of its own helper for several files, which is not used in one.
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: join(ROOT, "web/maker/work/worker.ts"),
        output: { format: "iife", codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const { code } = made.output[0];
  if (/__vite-browser-external|require\(["']node:/.test(code)) throw new Error("the workers' script wants Node");
  return code;
}

/** Puts script, policy and packed parts into the page. */
function onePage(): Plugin {
  return {
    name: "one-page",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("no page was built");
        const html = String(page.source);
        const module = /\s*<script type="module"[^>]*>([^]*?)<\/script>/.exec(html);
        if (!module) throw new Error("no script was built");
        const script = `<script>${inAscii(module[1] ?? "")}</script>`;
        const parts = [
          elementOf(WORKER_ELEMENT, packed(Buffer.from(inAscii(await workerScript())))),
          elementOf(VIEWER_ELEMENT, packed(Buffer.from(takeOutFonts(readFileSync(VIEWER, "utf8"), html)))),
          ...SAMPLE.map((name) => elementOf(SAMPLE_ELEMENT + name, packed(read(`src/sample/${name}`)))),
          ...RESOURCE_FILES.map((name) => elementOf(MODEL_ELEMENT + name, packed(read(`src/assets/${name}`)))),
        ];
        const whole = html
          .replace(module[0], "")
          .replace('content="paperweave"', `content="paperweave ${version}"`)
          .replace("</body>", () => `${[script, ...parts].join("\n    ")}\n  </body>`);
        const policy = [
          "default-src 'none'",
          `script-src ${hashes(whole, /<script>([^]*?)<\/script>/g)}`,
          `style-src ${hashes(whole, /<style[^>]*>([^]*?)<\/style>/g)}`,
          "img-src data: blob:",
          "font-src data:",
          "connect-src 'none'",
          "worker-src blob:",
          "base-uri 'none'",
          "form-action 'none'",
        ].join("; ");
        page.source = whole.replace(
          '<meta charset="utf-8" />',
          (tag) => `${tag}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        );
        page.fileName = "paperweave.html";
      },
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  publicDir: false,
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [tokens(), formats(), viteSingleFile(), onePage()],
  build: {
    rolldownOptions: { output: { format: "iife" } },
    outDir: "../../dist/web",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
  },
});
