/**
 * The command line as commander wants it, made from the tables of commands and options.
 */
import { Argument, Command, CommanderError, Option } from "commander";
import { UsageError } from "../lib/errors.ts";
import type { CommandSpec } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { Context } from "./context.ts";
import type { Flags, OptionSpec } from "./options.ts";

/**
 * Parses a command line and runs its command; gives the exit code. Options, and help that is read from a list, are
 * loaded only for the commands named in it.
 *
 * @throws UsageError for an unknown command, a number outside its range, and whatever the command throws.
 */
export async function runProgram(version: string, args: readonly string[], context: Context): Promise<number> {
  let code = 0;
  const done = (result: number): void => {
    code = result;
  };
  const program = new Command("paperweave")
    .usage("<command> [options]")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => context.stdout.write(text), writeErr: (text) => context.stderr.write(text) })
    .showHelpAfterError("(paperweave --help lists the commands)");
  for (const spec of COMMANDS) await addCommand(program, spec, args.includes(spec.name), context, done);
  program.argument("[command]").action((command?: string) => {
    if (command !== undefined)
      throw new UsageError(
        `unknown command "${command}"`,
        `commands: ${COMMANDS.map((known) => known.name).join(", ")}`,
      );
    throw new UsageError("no command given", "try: paperweave build <papers> and paperweave view");
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

async function addCommand(
  program: Command,
  spec: CommandSpec,
  isNamed: boolean,
  context: Context,
  done: (code: number) => void,
): Promise<void> {
  const command = program.command(spec.name).description(spec.summary);
  for (const argument of spec.args) {
    const made = new Argument(argument.syntax, await helpText(argument.help, isNamed));
    command.addArgument(argument.default === undefined ? made : made.default(argument.default));
  }
  if (isNamed) await addOptions(command, spec.options);
  if (spec.note !== undefined) command.addHelpText("after", `\n${await helpText(spec.note, isNamed)}`);
  command.action(async () => {
    done(await spec.run(wordsOf(command), command.opts<Flags>(), context));
  });
}

async function addOptions(command: Command, entries: CommandSpec["options"]): Promise<void> {
  const { OPTIONS, parseNumber } = await import("./options.ts");
  for (const entry of entries) {
    const [name, otherwise] = typeof entry === "string" ? [entry, {}] : entry;
    const spec: OptionSpec = { ...OPTIONS[name], ...otherwise };
    const option = new Option(spec.flag, await helpText(spec.help, true));
    const { number } = spec;
    if (number) option.argParser((text) => parseNumber(option.long ?? spec.flag, text, number));
    if (/<(?:dir|file)>/.test(spec.flag)) option.argParser((text) => namedPath(option.long ?? spec.flag, text));
    if (spec.isRepeated) option.argParser((text, before: readonly string[] | undefined) => [...(before ?? []), text]);
    if (spec.default !== undefined) option.default(spec.default);
    if (spec.isRequired) option.makeOptionMandatory();
    if (spec.isHidden) option.hideHelp();
    command.addOption(option);
  }
}

/** A variable of a script that was never set would stand for the current folder. @throws UsageError */
function namedPath(option: string, text: string): string {
  if (text !== "") return text;
  throw new UsageError(`${option} takes a name, not nothing`, "name the current folder as .");
}

async function helpText(help: OptionSpec["help"], isNamed: boolean): Promise<string> {
  if (typeof help === "string") return help;
  return isNamed ? help() : "";
}

/** The arguments in order, repeated ones flat; those left out are not there. */
function wordsOf(command: Command): string[] {
  const given: readonly unknown[] = command.processedArgs;
  return given.flat().filter((word) => typeof word === "string");
}
