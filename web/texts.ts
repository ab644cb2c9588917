/**
 * The English words of the viewer. A filter, a colour mode, a panel and a key bring their own names: they are one file each.
 */
import type { TermType } from "../src/contract/graph-document.ts";
import { count, plain } from "./lib/numbers.ts";
import { DETAIL_TEXTS } from "./texts/details.ts";
import { FACT_TEXTS } from "./texts/facts.ts";
import { KIND_TEXTS } from "./texts/kinds.ts";

/** Groups of search results. */
const GROUP_NAMES = {
  query: "Typed search",
  term: "Terms",
  alias: "Also written as",
  paper: "Papers",
  community: "Communities",
  text: "In titles and abstracts",
  match: "Papers that match",
} as const;

export const TEXTS = {
  title: "Paperweave",
  load: {
    loading: "Reading the details…",
    failed: "The map could not be read",
    missed: (name: string) => `The link names “${name}”, which is not in this map.`,
    wrongSchema: (schema: string) =>
      `The data is not of the kind ${schema}. Build it again with this version of Paperweave.`,
    wrongDocument: (fault: string) => `The data cannot be used: ${fault}. Build the map again.`,
    emptyPage: "This page carries no map. Open map.html from a built folder, or run “paperweave view”.",
    noData: (status: number) => `graph.json could not be loaded (status ${status}).`,
    damaged: "The data inside this page is damaged. Get the file again, or build it again.",
    oldBrowser: "This browser is too old to unpack the map. Open it in one from 2023 or later.",
  },
  limits: ({ terms, edges }: { readonly terms?: number; readonly edges?: number }) =>
    `the strongest ${[...(terms === undefined ? [] : ["terms"]), ...(edges === undefined ? [] : ["edges"])].join(" and ")} of a larger graph`,
  summary: (papers: number, terms: number, communities: number) =>
    [
      count(papers, "paper", "papers"),
      count(terms, "term", "terms"),
      count(communities, "community", "communities"),
    ].join(" · "),
  timeline: {
    title: "Papers over time",
    open: "Papers over time",
    dated: (dated: number, papers: number) =>
      `${plain(dated)} of ${count(papers, "paper is", "papers are")} dated. A bar shows its papers alone; again: all.`,
    period: (label: string, papers: number) => `${label}: ${count(papers, "paper", "papers")}`,
  },
  matrix: {
    title: "Matrix of terms",
    open: "Matrix: tasks by methods, and the like",
    by: (rows: TermType, columns: TermType) =>
      `${KIND_TEXTS.shapes(rows)} by ${KIND_TEXTS.shapes(columns).toLowerCase()}`,
    rows: "Rows",
    columns: "Columns",
    legend: "Papers that have both. Framed: papers state how the two are related.",
    none: "No paper that is shown has terms of both kinds.",
    cell: (row: string, column: string, papers: number, stated: boolean) =>
      `${row} and ${column}: ${count(papers, "paper", "papers")}${stated ? ", with a stated relation" : ""}`,
  },
  lasso: {
    start: "Draw around a part of the map",
    chip: "drawn area",
    help: "Draw around what you want, or press Enter for all in the window.",
    cancel: "Stop drawing",
  },
  mapTitle: {
    none: (papers: number) => `Map of ${count(papers, "paper", "papers")}`,
    sentence: (names: readonly string[]) =>
      `Most papers are on ${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}.`,
    dated: (span: string, dated: string, all: string) => `${span} (${dated} of ${all} papers are dated)`,
    rename: "Name this map",
    page: (name: string) => `${name} · Paperweave`,
  },
  rooms: {
    fold: "Fold the legend",
    unfold: "Unfold the legend",
    side: "Width of the legend",
    panel: "Width of the details",
    dock: "Height of the table",
  },
  between: {
    kind: "Between two communities",
    help: "Terms at home in one that papers of the other use, and these papers.",
    terms: "Shared terms",
    papers: "Papers across",
    inPapers: (papers: number) => count(papers, "paper", "papers"),
    ofTerms: (terms: number) => count(terms, "term", "terms"),
  },
  remaining: (papers: number, terms: number) =>
    `Showing ${count(papers, "paper", "papers")} and ${count(terms, "term", "terms")}`,
  ...KIND_TEXTS,
  map: {
    name: "Map of papers and terms",
    help: "Use search or the lists to reach any paper or term by keyboard.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show the whole map",
    tools: "Map tools",
  },
  ...DETAIL_TEXTS,
  ...FACT_TEXTS,
  theme: { light: "Switch to light colours", dark: "Switch to dark colours" },
  search: {
    label: "Search papers, terms and communities",
    placeholder: "Papers, terms, communities",
    none: "Nothing found",
    group: (group: keyof typeof GROUP_NAMES) => GROUP_NAMES[group],
    filterBy: (papers: number) =>
      papers === 1
        ? "Show only the paper that matches"
        : `Show only the ${count(papers, "paper", "papers")} that match`,
    aliasOf: (term: string) => `→ ${term}`,
    results: (n: number) => count(n, "result", "results"),
    clear: "Clear the search",
  },
  legend: {
    name: "Legend",
    communities: "Communities",
    ofPapers: "papers",
    ofTerms: "terms",
    kinds: "On the map",
    colorBy: "Colour by",
    sizeBy: "Size by",
    unknown: (papers: number, terms: number) =>
      `Grey: not known (${[...(papers > 0 ? [count(papers, "paper", "papers")] : []), ...(terms > 0 ? [count(terms, "term", "terms")] : [])].join(", ")})`,
    density: "Density contours",
    densityHelp: "The further in a line, the more papers and terms around.",
    centrality: "Centrality: share of the shortest ways that pass a node; 1 for the node that most pass.",
    added: "what is new",
    addedHint: "In colour: papers that the last build added, and terms that only they have.",
    only: (name: string) => `Show only ${name}`,
    hide: (name: string) => `Hide ${name}`,
    onlyKind: (kind: string) => `Only ${kind.toLowerCase()} (again: all; with Alt: hide them)`,
    papersIn: (papers: number) => count(papers, "paper", "papers"),
    show: (name: string) => `Show ${name}`,
    showAll: "Show all",
    toggle: "Legend and filters",
  },
  filters: {
    title: "Filters",
    active: "Filters at work",
    nothing: "The filters leave nothing to show.",
    onlyAround: "Only neighbours",
    only: (kind: string) => `only ${kind.toLowerCase()}`,
    undo: (text: string) => `Undo: ${text}`,
    clear: "Clear all",
    later: (minPapers: number) =>
      minPapers === 2
        ? "Terms of a single paper appear as you zoom in."
        : `Terms in fewer than ${plain(minPapers)} papers appear as you zoom in.`,
  },
  table: {
    open: "Table of what is shown",
    name: "Table",
    rows: "Rows of the table",
    kind: "What the table lists",
    kinds: { papers: "Papers", terms: "Terms" },
    columns: {
      title: "Title",
      date: "Date",
      community: "Community",
      terms: "Terms",
      term: "Term",
      type: "Type",
      papers: "Papers",
      first: "First seen",
    },
  },
  ask: {
    open: "Ask: gaps, bridges, trends, what is new",
    name: "Questions to the map",
    methodsOf: "Methods of",
    conceptsOf: "Concepts of",
    wholeMap: "the whole map",
    working: "Looking…",
    none: "None found",
    noDates: "The papers have no dates, or all the same.",
    via: "Linked by",
    show: "Show",
    showGap: (method: string, concept: string) => `Show what links ${method} and ${concept}`,
    nearest: (term: string, other: string) => `Papers on ${term}, nearest to ${other}`,
    matrix: "Papers that have both; where none has, how surprising that is (dashed)",
    cellPapers: (method: string, concept: string, papers: number) =>
      `${method} and ${concept}: ${count(papers, "paper", "papers")}`,
    cellGap: (method: string, concept: string, score: string) =>
      `${method} and ${concept}: no paper, gap score ${score}`,
    trends: { rising: "Rising", fresh: "New", falling: "Falling" },
    added: {
      onMap: "Show on the map",
      papers: (n: number) => count(n, "new paper", "new papers"),
      terms: (n: number) => count(n, "term of theirs alone", "terms of theirs alone"),
      communities: "Where they went",
      more: (papers: number) => `+${plain(papers)}`,
    },
    sparkline: (first: string, last: string, peak: string) => `From ${first} to ${last}, stands out in ${peak}`,
  },
  noWebGl: "This browser cannot draw the map (WebGL is off), so here is all of it as a table.",
  export: {
    title: "Export",
    open: "Link, picture and data",
    link: "Link to this view",
    name: "Name of the map, on pictures and in the link",
    slide: "PNG for a slide",
    copy: "Copy",
    copied: "Copied",
    picture: "Picture of the map, with its legend",
    data: "Data",
    dataNote: (papers: number, terms: number) =>
      `What the filters leave: ${count(papers, "paper", "papers")}, ${count(terms, "term", "terms")}.`,
  },
  help: {
    title: "Keys",
    open: "Keys and search help",
    typed: "Typed search",
    typedHelp:
      "Fields (method, task, dataset, metric, concept, title, author, date, community, proposes, uses …) joined by AND, OR, NOT and brackets filter the map. Quotation marks hold words together, * opens an ending.",
    typedExample: 'method:"contrastive learning" AND date:2023.. NOT dataset:ImageNet',
  },
  live: {
    selected: (name: string, neighbors: number) =>
      `${name} selected, ${count(neighbors, "neighbour", "neighbours")} lit`,
    cleared: "Nothing selected",
  },
} as const;
