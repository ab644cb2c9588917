/**
 * The command line as commander wants it, made from the tables of commands and options.
 */
import { Argument, Command, Option } from "commander";
import { UsageError } from "../lib/errors.ts";
import { type CommandSpec, COMMANDS } from "./commands.ts";
import type { Context } from "./context.ts";
import { type Flags, OPTIONS, type OptionSpec, parseNumber } from "./options.ts";

/**
 * @param args the command line: help that is read from a list is read only for the commands named in it.
 * @param done receives the exit code of the command that ran.
 */
export async function createProgram(
  version: string,
  args: readonly string[],
  context: Context,
  done: (code: number) => void,
): Promise<Command> {
  const program = new Command("paperweave")
    .description("A map of the methods and concepts in a pile of paper abstracts, offline.")
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
  return program;
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
  for (const entry of spec.options) {
    const [name, otherwise] = typeof entry === "string" ? [entry, {}] : entry;
    command.addOption(await makeOption({ ...OPTIONS[name], ...otherwise }, isNamed));
  }
  if (spec.note !== undefined) command.addHelpText("after", `\n${await helpText(spec.note, isNamed)}`);
  command.action(async () => {
    done(await spec.run(wordsOf(command), command.opts<Flags>(), context));
  });
}

async function makeOption(spec: OptionSpec, isNamed: boolean): Promise<Option> {
  const option = new Option(spec.flag, await helpText(spec.help, isNamed));
  const { number } = spec;
  if (number) option.argParser((text) => parseNumber(option.long ?? spec.flag, text, number));
  if (spec.default !== undefined) option.default(spec.default);
  if (spec.isRequired) option.makeOptionMandatory();
  if (spec.isHidden) option.hideHelp();
  return option;
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
