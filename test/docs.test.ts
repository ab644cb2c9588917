import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../src/cli/commands.ts";
import { run } from "../src/cli/run.ts";
import { cutTable, DOC_TABLES } from "../src/dev/repo/doc-tables.ts";

const ROOT = join(import.meta.dirname, "..");
const PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
const read = (page: string): string => readFileSync(join(ROOT, page), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

/** Text in backquotes and in code blocks, with the page's links. */
function codeOf(page: string): string[] {
  const text = read(page);
  const blocks = [...text.matchAll(/^```\w*\n([^]*?)^```/gm)].flatMap(([, block = ""]) => block.split("\n"));
  const spans = [...text.replaceAll(/^```[^]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  return [...blocks, ...spans];
}

/** Paths of the project that a page names: those in its folders, and the files at its root. */
function pathsIn(page: string): string[] {
  const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = ""]) => target);
  const named = codeOf(page).flatMap(
    (code) => code.match(/(?<![\w./-])(src|web|test|\.ci|\.vscode)\/[\w./-]+|(?<![\w./-])\.(nvmrc|vscode)\b/g) ?? [],
  );
  return [...new Set([...links, ...named.map((path) => path.replace(/\.$/, ""))])];
}

/** Where a page says `NAME` or `FOLDER`, what stands before it has to exist. */
const known = (path: string): string => path.replace(/\/[^/]*\b(NAME|FOLDER)\b.*$/, "");

describe.each(PAGES)("%s", (page) => {
  it("names paths that exist", () => {
    expect(pathsIn(page).length).toBeGreaterThan(0);
    const missing = pathsIn(page)
      .map(known)
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it("names scripts that exist", () => {
    const named = codeOf(page).flatMap((code) =>
      [...code.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = ""]) => name),
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe("commands in the pages", () => {
  const lines = PAGES.flatMap((page) =>
    codeOf(page)
      .filter((code) => code.startsWith("paperweave ") && !code.includes("…"))
      .map((code) => [page, code.replace(/ +#.*$/, "").replace(/ > \S+$/, "")] as const),
  );

  it("are found", () => {
    expect(lines.length).toBeGreaterThan(10);
  });

  it.each(lines)("%s: %s is known, with its options", async (_, line) => {
    const [, name = "", ...words] = line.split(" ");
    if (name.startsWith("--")) return;
    expect(COMMANDS.map((command) => command.name)).toContain(name);
    const help = await helpOf(name);
    if (name === "query") expect(help).toContain(words[1]);
    for (const option of words.filter((word) => word.startsWith("--")))
      expect(help).toContain(option.replace(/=.*/, ""));
  });
});

async function helpOf(command: string): Promise<string> {
  let help = "";
  const write = (text: string): unknown => (help += text);
  const code = await run([command, "--help"], {
    stdin: Readable.from([]),
    stdout: { write },
    stderr: { write },
    now: () => 0,
  });
  expect(code).toBe(0);
  return help;
}

describe("tables made from lists", () => {
  it.each(DOC_TABLES.flatMap((table) => table.pages.map((page) => [page, table.name, table] as const)))(
    "%s: %s is as the list says (npm run tables)",
    (page, _, table) => {
      expect(cutTable(read(page), table)?.table).toBe(table.text);
    },
  );
});
