/**
 * Runs one command line and turns every outcome into an exit code: 0 done, 1 our fault, 2 wrong use or input.
 */
import { CommanderError } from "commander";
import { readVersion } from "../io/package-files.ts";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";
import { createProgram } from "./program.ts";

export async function run(args: readonly string[], context: Context): Promise<number> {
  let code = 0;
  try {
    const program = await createProgram(await readVersion(), args, context, (result) => (code = result));
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      context.stderr.write(`error: ${error.message}${error.hint ? `\n  ${error.hint}` : ""}\n`);
      return 2;
    }
    context.stderr.write(
      `internal fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nplease report this with the input that caused it\n`,
    );
    return 1;
  }
}
