/**
 * `paperweave view`: the map of a built folder on 127.0.0.1, opened in the browser; without one the page that makes maps.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import open from "open";
import { readDecisions } from "../contract/decisions.ts";
import { loadDocument } from "../io/load-document.ts";
import { readMakerPage, readViewerPage } from "../io/package-files.ts";
import type { DecisionsApiOptions } from "../io/serve-decisions.ts";
import { serveFolder } from "../io/serve.ts";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";
import { rebuildFolder } from "./rebuild.ts";

export interface ViewOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly open: boolean;
}

/** Where `build` puts a map that is given no place. */
const USUAL = "output";

/** Resolves when the server is closed (by a signal). */
export async function viewCommand(dir: string | undefined, options: ViewOptions, context: Context): Promise<number> {
  const folder = dir ?? (existsSync(join(USUAL, "graph.json")) ? USUAL : undefined);
  if (folder !== undefined) await loadDocument(folder);
  const page = folder === undefined ? await readMakerPage() : await readViewerPage();
  const writing = folder === undefined ? undefined : writingInto(folder);
  const { url, server } = await serveFolder(folder, page, { port: options.port, ...(writing && { writing }) }).catch(
    (error: unknown) => {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EADDRINUSE" || code === "EACCES")
        throw new UsageError(
          `port ${options.port} cannot be used (${code})`,
          "choose another with --port, or leave it out",
        );
      throw error;
    },
  );
  context.stdout.write(`${url}\n`);
  const what = folder === undefined ? "the page that makes maps" : "the map";
  context.stderr.write(`serving ${what}; stop with Ctrl-C\n`);
  // A machine without a browser still has the URL above.
  if (options.open) await open(url).catch(() => undefined);
  await new Promise((resolve) => server.once("close", resolve));
  return 0;
}

function writingInto(dir: string): DecisionsApiOptions {
  return {
    token: randomBytes(16).toString("hex"),
    checkDecisions: (text) =>
      readDecisions(text).problems.map((problem) => `line ${problem.where?.line ?? 0}: ${problem.message}`),
    rebuild: async (onProgress) => rebuildFolder(dir, onProgress),
  };
}
