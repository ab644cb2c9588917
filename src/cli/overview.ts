/**
 * `paperweave --help`: what there is, from the table of commands. No parser is loaded for it, which would take longer
 * than all the rest.
 */
import { COMMANDS } from "./commands.ts";

/** Whether a command line asks for the overview and nothing else. */
export function asksForOverview(args: readonly string[]): boolean {
  return args.length === 1 && ["--help", "-h", "help"].includes(args[0] ?? "");
}

export function overview(): string {
  const rows = COMMANDS.map(({ name, args, summary }) => ({
    form: [name, ...args.map(({ syntax }) => syntax)].join(" "),
    summary,
  }));
  const width = Math.max(...rows.map(({ form }) => form.length));
  return [
    "Usage: paperweave <command> [options]",
    "",
    "A map of the methods and concepts in a pile of paper abstracts, offline.",
    "",
    "Commands:",
    ...rows.map(({ form, summary }) => `  ${form.padEnd(width)}  ${summary}`),
    "",
    "paperweave <command> --help   the options of a command; of build, also the formats that are read",
    "paperweave --version          the version",
    "",
  ].join("\n");
}
