/**
 * `paperweave view`: the map of a built folder on 127.0.0.1, opened in the browser.
 */
import { randomBytes } from "node:crypto";
import open from "open";
import { readDecisions } from "../contract/decisions.ts";
import { loadDocument } from "../io/load-document.ts";
import { readViewerPage } from "../io/package-files.ts";
import { serveFolder } from "../io/serve.ts";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";
import { rebuildFolder } from "./rebuild.ts";

export interface ViewOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly open: boolean;
}

/** Resolves when the server is closed (by a signal). */
export async function viewCommand(dir: string, options: ViewOptions, context: Context): Promise<number> {
  await loadDocument(dir);
  const writing = {
    token: randomBytes(16).toString("hex"),
    checkDecisions: (text: string) =>
      readDecisions(text).problems.map((problem) => `line ${problem.where?.line ?? 0}: ${problem.message}`),
    rebuild: async (onProgress: (step: string, done: number, total: number) => void) => rebuildFolder(dir, onProgress),
  };
  const { url, server } = await serveFolder(dir, await readViewerPage(), { port: options.port, writing }).catch(
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
  context.stderr.write("serving the map; stop with Ctrl-C\n");
  // A machine without a browser still has the URL above.
  if (options.open) await open(url).catch(() => undefined);
  await new Promise((resolve) => server.once("close", resolve));
  return 0;
}
