/**
 * Builds the viewer to one file, `dist/web/index.html`, with a strict content policy inside.
 */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const DATA = '<script type="application/json" id="paperweave-data">null</script>';

/** Allows exactly the script and style that are in the page, by their hashes. The data element is not a script to run. */
function contentPolicy(): Plugin {
  return {
    name: "content-policy",
    enforce: "post",
    // After the plugin that puts script and style into the page.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("no page was built");
        const html = String(page.source);
        if (html.split(DATA).length !== 2) throw new Error("the page must hold exactly one place for the data");
        const policy = [
          "default-src 'none'",
          `script-src ${hashes(html, /<script type="module"[^>]*>([^]*?)<\/script>/g)}`,
          `style-src ${hashes(html, /<style[^>]*>([^]*?)<\/style>/g)}`,
          "img-src data: blob:",
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

function hashes(html: string, pattern: RegExp): string {
  const found = [...html.matchAll(pattern)].map(
    ([, text]) =>
      `'sha256-${createHash("sha256")
        .update(text ?? "")
        .digest("base64")}'`,
  );
  if (found.length === 0) throw new Error(`nothing in the page fits ${String(pattern)}`);
  return found.join(" ");
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), contentPolicy()],
  build: { outDir: "../dist/web", emptyOutDir: true, target: "es2022", modulePreload: false },
});
