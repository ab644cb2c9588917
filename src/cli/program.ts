/**
 * The command line: every command with its options and help, in one table of calls.
 */
import { Command, Option } from "commander";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";
import { QUESTION_NAMES, questionsHelp } from "./query-help.ts";
import { readConfig, readDecisions, type SettingOptions } from "./settings.ts";
import { wholeNumber } from "./read.ts";

const PATHS = "files, folders, globs, or - for standard input";

interface BuildFlags extends SettingOptions {
  readonly output: string;
  readonly decisions?: string;
  readonly workers?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly timings?: boolean;
  readonly progressJson?: boolean;
}

/** `done` receives the exit code of the command that ran. Commands are loaded when they run: `--version` stays quick. */
export function createProgram(version: string, context: Context, done: (code: number) => void): Command {
  const program = new Command("paperweave")
    .description("A map of the methods and concepts in a pile of paper abstracts, offline.")
    .usage("<command> [options]")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => context.stdout.write(text), writeErr: (text) => context.stderr.write(text) })
    .showHelpAfterError("(paperweave --help lists the commands)");

  program
    .command("build")
    .description("read papers, find terms and communities, write the map and the graph files")
    .argument("<path...>", PATHS)
    .option("-o, --output <dir>", "folder for the outputs", "output")
    .option("--no-dedupe", "keep every record, also repeated papers")
    .option("--page-year <year>", "year of listing dates that name none")
    .option("--config <file>", "settings as JSON, by stage")
    .option(
      "--decisions <file>",
      "merges, splits, types, drops, labels made by people (default: decisions.tsv in the output folder, if any)",
    )
    .option("--workers <n>", "threads (the result is the same for any number)")
    .option("--seed <n>", "seed of the community runs")
    .option("--resolution <r>", "above 1: more, smaller communities; below: fewer")
    .option("--strict", "write nothing when an input has errors")
    .option("--json", "print the counts as one JSON object")
    .option("--timings", "write the time taken into run.json")
    .addOption(new Option("--progress-json", "progress as JSON lines on standard error").hideHelp())
    .action(async (paths: string[], flags: BuildFlags) => {
      const { buildCommand } = await import("./build-command.ts");
      const options = {
        output: flags.output,
        config: await readConfig(flags),
        decisions: await readDecisions(flags.decisions, flags.output, context),
        workers: flags.workers === undefined ? undefined : wholeNumber("--workers", flags.workers, 1, 64),
        strict: flags.strict ?? false,
        json: flags.json ?? false,
        timings: flags.timings ?? false,
        progressJson: flags.progressJson ?? false,
      };
      done(await buildCommand(paths, options, context));
    });

  program
    .command("view")
    .description("serve the map of a built folder on 127.0.0.1 and open it")
    .argument("[dir]", "built folder", "output")
    .option("--port <n>", "port (default: any free one)", "0")
    .option("--no-open", "do not open a browser")
    .action(async (dir: string, flags: { port: string; open: boolean }) => {
      const { viewCommand } = await import("./view-command.ts");
      done(await viewCommand(dir, { port: wholeNumber("--port", flags.port, 0, 65535), open: flags.open }, context));
    });

  program
    .command("import")
    .description("papers as JSONL on standard output")
    .argument("<path...>", PATHS)
    .option("--no-dedupe", "keep every record, also repeated papers")
    .option("--page-year <year>", "year of listing dates that name none")
    .option("--report <file>", "write what was read, merged and complained of, as JSON")
    .option("--strict", "exit with 2 when an input has errors")
    .action(
      async (paths: string[], flags: { dedupe: boolean; pageYear?: string; report?: string; strict?: boolean }) => {
        const { importCommand } = await import("./import-command.ts");
        const { pageYear, ...rest } = flags;
        done(
          await importCommand(
            paths,
            { ...rest, ...(pageYear !== undefined && { pageYear: wholeNumber("--page-year", pageYear, 1900, 2200) }) },
            context,
          ),
        );
      },
    );

  program
    .command("extract")
    .description("terms with their mentions as JSONL on standard output")
    .argument("<path...>", PATHS)
    .option("--no-dedupe", "keep every record, also repeated papers")
    .option("--page-year <year>", "year of listing dates that name none")
    .option("--config <file>", "settings as JSON, by stage")
    .option("--decisions <file>", "decisions.tsv")
    .action(async (paths: string[], flags: SettingOptions & { decisions?: string }) => {
      const { extractCommand } = await import("./extract-command.ts");
      done(
        await extractCommand(
          paths,
          { config: await readConfig(flags), decisions: await readDecisions(flags.decisions, undefined, context) },
          context,
        ),
      );
    });

  program
    .command("export")
    .description("one format from a built folder")
    .argument("<dir>", "built folder")
    .requiredOption("--format <name>", "json, graphml, gexf, csv, html, vosviewer, neo4j, pajek")
    .option("-o, --output <file>", "file (a folder for csv, neo4j, pajek); standard output if left out")
    .action(async (dir: string, flags: { format: string; output?: string }) => {
      const { exportCommand } = await import("./export-command.ts");
      done(await exportCommand(dir, flags, context));
    });

  program
    .command("explain")
    .description("why a term is (not) on the map: found, merged, typed, placed, with the evidence")
    .argument("<term>", "any form of it")
    .argument("[dir]", "built folder", "output")
    .action(async (term: string, dir: string) => {
      const { explainCommand } = await import("./explain-command.ts");
      done(await explainCommand(term, dir, context));
    });

  program
    .command("sweep")
    .description("communities at several resolutions, and the most reproducible one")
    .argument("<path...>", PATHS)
    .option("--no-dedupe", "keep every record, also repeated papers")
    .option("--config <file>", "settings as JSON, by stage")
    .option("--seed <n>", "seed of the community runs")
    .option("--json", "as JSON")
    .action(async (paths: string[], flags: SettingOptions & { json?: boolean }) => {
      const { sweepCommand } = await import("./sweep-command.ts");
      done(await sweepCommand(paths, { config: await readConfig(flags), json: flags.json ?? false }, context));
    });

  program
    .command("query")
    .description(`answers from a built folder: ${QUESTION_NAMES}`)
    .argument("<dir>", "built folder")
    .argument("<question>", QUESTION_NAMES)
    .argument("[words...]", "what the question is about")
    .option("--json", "as JSON")
    .option("--limit <n>", "most answers", "20")
    .addHelpText("after", questionsHelp)
    .action(async (dir: string, question: string, words: string[], flags: { json?: boolean; limit: string }) => {
      const { queryCommand } = await import("./query-command.ts");
      const options = { json: flags.json ?? false, limit: wholeNumber("--limit", flags.limit, 1, 100_000) };
      done(await queryCommand(dir, question, words, options, context));
    });

  program
    .command("diff")
    .description("what changed between two builds, and why")
    .argument("<old>", "built folder")
    .argument("<new>", "built folder")
    .option("--json", "as JSON")
    .action(async (before: string, after: string, flags: { json?: boolean }) => {
      const { diffCommand } = await import("./diff-command.ts");
      done(await diffCommand(before, after, { json: flags.json ?? false }, context));
    });

  program.argument("[command]").action((command?: string) => {
    if (command !== undefined)
      throw new UsageError(
        `unknown command "${command}"`,
        `commands: ${program.commands.map((known) => known.name()).join(", ")}`,
      );
    throw new UsageError("no command given", "try: paperweave build <papers> and paperweave view");
  });
  return program;
}
