/**
 * What a command of the command line is: one row in the table of `commands.ts`.
 */
import type { Context } from "./context.ts";
import type { Flags, OptionName, OptionSpec } from "./options.ts";

export interface ArgumentSpec {
  /** As help shows it: `<path...>`, `[dir]`. */
  readonly syntax: string;
  readonly help: OptionSpec["help"];
  readonly default?: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly args: readonly ArgumentSpec[];
  /** By name; with what is said otherwise for this command. */
  readonly options: readonly (OptionName | readonly [OptionName, Partial<OptionSpec>])[];
  /** Below the options, when help is asked for this command. */
  readonly note?: OptionSpec["help"];
  /** `words`: the arguments in order, repeated ones flat. Gives the exit code. */
  readonly run: (words: readonly string[], flags: Flags, context: Context) => Promise<number>;
}
