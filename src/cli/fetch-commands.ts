/**
 * The commands that go to the network: `fetch` and `watch`.
 */
import { UsageError } from "../lib/errors.ts";
import type { CommandSpec } from "./command.ts";
import type { FetchManners } from "./fetch-papers.ts";
import type { Flags } from "./options.ts";

/** How a service is asked. */
const MANNERS = ["pause", "retries", "timeout", "contact", "cache", "noCache", "cacheSize"] as const;

export const FETCH_COMMANDS: readonly CommandSpec[] = [
  {
    name: "fetch",
    summary: "papers of a service as JSON Lines; besides `watch` the only command that goes to the network",
    args: [
      { syntax: "<source>", help: async () => (await import("../fetch/sources.ts")).sourceNames(", ") },
      {
        syntax: "<query...>",
        help: "words in the syntax of the service, days such as 2024-05-01, 2024-05, 2024-01..2024-03 or 2024-05-01.., or both",
      },
    ],
    options: [
      [
        "output",
        {
          flag: "-o, --output <file>",
          help: "file for the papers, with FILE.query beside it for `paperweave watch`; standard output if left out",
        },
      ],
      "max",
      ...MANNERS,
      "maxAge",
      "url",
    ],
    note: async () => (await import("../fetch/sources.ts")).sourcesHelp(),
    run: async ([source = "", ...words], flags, context) => {
      const { fetchCommand } = await import("./fetch-command.ts");
      const { output, max = 10_000, url } = flags;
      return fetchCommand(source, words, { output, max, url, manners: mannersOf(flags) }, context);
    },
  },
  {
    name: "watch",
    summary: "ask a stored query again, rebuild its map in place, print what is new",
    args: [
      {
        syntax: "<target>",
        help: "a folder built from fetched papers, a folder that holds such papers, or one stored query (FILE.query)",
      },
    ],
    options: [
      ["output", { help: "folder of the map, for a query or papers that are not yet one", default: "output" }],
      "once",
      "every",
      ["json", { help: "print what is new as one JSON object" }],
      ...MANNERS,
      ["maxAge", { default: 0 }],
    ],
    run: async ([target = ""], flags, context) => {
      const { watchCommand } = await import("./watch-command.ts");
      const { output = "output", once = false, every, json = false } = flags;
      if (once && every !== undefined) throw new UsageError("--once and --every exclude each other");
      return watchCommand(target, { output, every, json, manners: mannersOf(flags) }, context);
    },
  },
];

function mannersOf({ pause, retries = 4, timeout = 60, maxAge = 0, contact, ...caching }: Flags): FetchManners {
  return { pause, retries, timeout, maxAge, contact, caching };
}
