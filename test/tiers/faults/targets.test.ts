/**
 * What may stand where a file is to be written or read: folders, links, pipes, devices, nothing at all, closed pipes.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { sampleFolder } from "../../sample.ts";
import { temporaryFolder } from "../../temporary.ts";
import { type Ended, MAIN, start } from "../processes.ts";
import { openTally } from "../tally.ts";

const root = temporaryFolder();
const tally = openTally("odd targets and pipes");
const papers = join(root, "papers.jsonl");
writeFileSync(
  papers,
  `${JSON.stringify({ title: "Graph kernels for molecules", abstract: "We study graph kernels." })}\n{bad\n`,
);
const map = join(root, "map");
cpSync(sampleFolder(), map, { recursive: true });

interface Case {
  readonly what: string;
  /** For bash; `$P` is the command, `$MAP` a built folder, `$PAPERS` one paper and a broken line, `.` an empty folder. */
  readonly script: string;
  readonly code: number;
  /** What standard error says. */
  readonly says?: RegExp;
  /** @returns what is wrong with the folder, or the output. */
  readonly look?: (dir: string, ended: Ended) => string | undefined;
}
const nothing = (dir: string): string | undefined => (existsSync(join(dir, "out")) ? "it was written" : undefined);
const holdsMap =
  (name: string) =>
  (dir: string): string | undefined =>
    readFileSync(join(dir, name), "utf8").startsWith('{\n"schema"') ? undefined : "no graph.json";

// prettier-ignore
const CASES: readonly Case[] = [
  { what: "folder in place of graph.json", script: "mkdir -p out/graph.json; $P build $PAPERS -o out", code: 2, says: /is a folder/ },
  { what: "folder in place of an exported file", script: "mkdir out; $P export $MAP --format json -o out", code: 2, says: /is a folder/ },
  { what: "file in place of the folder", script: "echo > file; $P build $PAPERS -o file", code: 2, says: /cannot write to file/ },
  { what: "link to a folder", script: "mkdir real; ln -s real link; $P export $MAP --format csv -o link; test -f real/papers.csv && test -L link", code: 0 },
  { what: "link to a file", script: "echo old > real; ln -s real link; $P export $MAP --format json -o link; test -L link", code: 0, look: holdsMap("real") },
  { what: "link that leads nowhere", script: "ln -s later link; $P export $MAP --format json -o link; test -L link", code: 0, look: holdsMap("later") },
  { what: "links in a circle", script: "ln -s a b; ln -s b a; $P export $MAP --format json -o a", code: 2, says: /circle/ },
  { what: "link in place of graph.json", script: "mkdir out; echo secret > victim; ln -s ../victim out/graph.json; $P build $PAPERS -o out && cat victim", code: 0, look: (_, { out }) => (out.includes("secret") ? undefined : "written through the link") },
  { what: "pipe in place of graph.json, built over", script: "mkdir out; mkfifo out/graph.json; $P build $PAPERS -o out", code: 0, look: holdsMap("out/graph.json") },
  { what: "pipe in place of graph.json, asked", script: "mkdir out; mkfifo out/graph.json; $P query out gaps", code: 2, says: /not a file/ },
  { what: "pipe in a folder of papers", script: "mkdir in; cp $PAPERS in; mkfifo in/x.txt; $P import in", code: 0, says: /passed over/ },
  { what: "device as a target", script: "mknod dev c 1 3 2>/dev/null || ln -s /dev/null dev; $P export $MAP --format json -o dev; test -c dev", code: 0 },
  { what: "device as a report", script: "$P import $PAPERS --report /dev/null && test -c /dev/null", code: 0 },
  { what: "/dev/full as a target", script: "$P export $MAP --format json -o /dev/full", code: 2, says: /cannot write to \/dev\/full.*ENOSPC/ },
  { what: "/dev/full as a report", script: "$P import $PAPERS --report /dev/full", code: 2, says: /ENOSPC/ },
  { what: "/dev/full as standard output, import", script: "$P import $PAPERS > /dev/full", code: 2, says: /standard output.*ENOSPC/ },
  { what: "/dev/full as standard output, extract", script: "$P extract $PAPERS > /dev/full", code: 2, says: /standard output.*ENOSPC/ },
  { what: "/dev/full as standard output, help", script: "$P --help > /dev/full", code: 2, says: /standard output.*ENOSPC/ },
  { what: "closed standard output, import", script: "$P import $PAPERS >&-; exit $?", code: 2, says: /standard output: it is closed/ },
  { what: "closed standard output, query", script: "$P query $MAP gaps >&-; exit $?", code: 2, says: /standard output: it is closed/ },
  { what: "closed standard output, handed on", script: "exec >&-; env $P --help; exit $?", code: 2, says: /standard output: it is closed/ },
  { what: "closed standard output that is not needed", script: "$P build $PAPERS -o out >&-; exit $?", code: 0, look: holdsMap("out/graph.json") },
  { what: "nowhere as standard output, as was wished", script: "$P import $PAPERS > /dev/null && $P import $PAPERS --report r.json > /dev/null && test -s r.json", code: 0 },
  { what: "closed standard error", script: "$P build $PAPERS -o out 2>&-; exit $?", code: 0, look: holdsMap("out/graph.json") },
  { what: "closed standard input", script: "$P import - <&-; exit $?", code: 2, says: /no papers found/ },
  { what: "/dev/stdout as a target", script: "$P export $MAP --format json -o /dev/stdout | head -c 20", code: 0, look: (_, { out }) => (out.startsWith('{\n"schema"') ? undefined : out) },
  { what: "/proc as a target", script: "$P build $PAPERS -o /proc/x", code: 2, says: /cannot write to \/proc\/x/ },
  { what: "/dev/zero as an input", script: "$P import /dev/zero", code: 2, says: /binary/ },
  { what: "reader that closes standard output, import", script: "for i in $(seq 3000); do head -1 $PAPERS; done > many.jsonl; set -o pipefail; $P import --no-dedupe many.jsonl 2> err | true; c=$?; grep -q fault err && c=9; exit $c", code: 0 },
  { what: "reader that closes standard output, extract", script: "set -o pipefail; $P extract $PAPERS 2> err | true; c=$?; grep -q fault err && c=9; exit $c", code: 0 },
  { what: "reader that closes standard output, export", script: "set -o pipefail; $P export $MAP --format graphml 2> err | true; c=$?; test -s err && c=9; exit $c", code: 0 },
  { what: "reader that closes standard output, query", script: "set -o pipefail; $P query $MAP gaps --json 2> err | true; c=$?; test -s err && c=9; exit $c", code: 0 },
  { what: "reader that closes standard error", script: "set -o pipefail; $P build $PAPERS -o out 2>&1 >/dev/null | true; c=$?; test -f out/run.json || c=9; exit $c", code: 0 },
  { what: "reader slower than we are", script: "set -o pipefail; $P export $MAP --format graphml | (sleep 0.3; cat) | wc -c > n; $P export $MAP --format graphml -o g; test $(cat n) = $(stat -c %s g)", code: 0 },
  { what: "papers by a pipe", script: "cat $PAPERS | $P build - -o out", code: 0, look: holdsMap("out/graph.json") },
  { what: "papers by a named pipe", script: "mkfifo p; cat $PAPERS > p & $P build p -o out", code: 0, look: holdsMap("out/graph.json") },
  { what: "Ctrl-C while standard input is silent", script: "sleep 4 | timeout --preserve-status -s INT 2 $P import -; exit ${PIPESTATUS[1]}", code: 130 },
  { what: "Ctrl-C while a named pipe is silent", script: "mkfifo p; timeout --preserve-status -k 9 -s INT 2 $P import p", code: 130 },
  { what: "Ctrl-C while a named pipe is silent, build", script: "mkfifo p; timeout --preserve-status -k 9 -s INT 2 $P build p -o out", code: 130, look: nothing },
  { what: "nothing by a pipe", script: "$P build - -o out < /dev/null", code: 2, look: nothing },
  { what: "output folder that is the input folder, twice", script: "cp $PAPERS .; $P build . -o . && $P build . -o .", code: 0, look: holdsMap("graph.json") },
  { what: "pattern that is no regular expression", script: "$P import 'x[z-a].jsonl'", code: 2, says: /matches no file/ },
  { what: "settings of the prototype", script: `echo '{"constructor":{"name":"x"}}' > c.json; $P build $PAPERS -o out --config c.json`, code: 2, says: /unknown stage/, look: nothing },
  { what: "settings of the prototype's", script: `echo '{"graph":{"__proto__":{"seed":3}}}' > c.json; $P build $PAPERS -o out --config c.json`, code: 2, says: /unknown setting/, look: nothing },
  { what: "temporary folder that is not there", script: "for i in $(seq 3000); do head -1 $PAPERS; done > many.jsonl; TMPDIR=/nonexistent $P import --no-dedupe many.jsonl", code: 2, says: /cannot write to the temporary folder \/nonexistent/ },
  { what: "current folder that is gone", script: "mkdir gone; cd gone; rmdir ../gone; $P build $PAPERS -o out", code: 2, says: /current folder is gone/ },
  { what: "fewer open files than the program has", script: "ulimit -n 24; $P build $PAPERS -o out", code: 1, says: /^error: too many open files/, look: nothing },
  { what: "file whose name is no UTF-8", script: "mkdir in; cp $PAPERS in; cp $PAPERS in/$'bad\\xff.jsonl'; $P import in", code: 0, says: /name is not in UTF-8/ },
  { what: "files whose names hold line ends and sequences", script: "mkdir in; for n in $'a\\nb' $'\\e[31mr' '-o' '*' 'q\"' '%2e'; do cp $PAPERS \"in/$n.jsonl\"; done; $P import --no-dedupe in > out.jsonl 2> err; test $(wc -l < out.jsonl) = 6 && ! grep -q $'\\e' err", code: 0 },
  { what: "folders that links lead round in", script: "mkdir -p in/a; cp $PAPERS in/a; ln -s .. in/a/up; ln -s . in/self; $P import in", code: 0, says: /passed over/ },
  { what: "report into a pipe that nobody reads, Ctrl-C", script: "mkfifo p; timeout --preserve-status -k 9 -s INT 2 $P import $PAPERS --report p", code: 130 },
  { what: "files that vanish while they are read", script: "mkdir in; for i in $(seq 3000); do head -1 $PAPERS > in/$i.jsonl; done; $P import in > o & sleep 0.6; rm -rf in; wait $!; c=$?; test $c = 0 -o $c = 2", code: 0 },
  { what: "file that grows while it is read", script: "for i in $(seq 3000); do head -1 $PAPERS; done > g.jsonl; (for i in $(seq 50); do head -100 g.jsonl >> g.jsonl; sleep 0.01; done) & $P import g.jsonl > o; c=$?; wait; exit $c", code: 0 },
  { what: "inputs that look like options", script: `cp $PAPERS ./-x.jsonl; $P build -o out -- -x.jsonl`, code: 0, look: holdsMap("out/graph.json") },
];

test.each(CASES.map((row) => [row.what, row] as const))(
  "%s",
  async (_, { what, script, code, says, look }) => {
    const dir = join(root, `case ${what.replace(/\W+/g, "-")}`);
    mkdirSync(dir);
    const ended = await start("bash", ["-c", script], {
      cwd: dir,
      env: { P: `${process.execPath} ${MAIN}`, MAP: map, PAPERS: papers },
    });
    const said = says === undefined || says.test(ended.err) ? undefined : `said ${ended.err}`;
    const left = spawnSync("find", [dir, "-name", ".paperweave-*"], { encoding: "utf8" }).stdout.trim();
    const wrong = ended.code === code ? undefined : `exit ${ended.code ?? ended.signal ?? ""}: ${ended.err}`;
    tally.add(what, wrong ?? said ?? (left === "" ? undefined : `left behind: ${left}`) ?? look?.(dir, ended));
    tally.expectSurvived();
    rmSync(dir, { recursive: true, force: true });
  },
  120_000,
);

test("the machine's own devices are as before", () => {
  tally.add("devices still devices", lstatSync("/dev/null").isCharacterDevice() ? undefined : "/dev/null is a file");
  tally.expectSurvived();
});
