/**
 * The English words of the viewer. A filter, a colour mode, a panel and a key bring their own names: they are one file each.
 */
import type { Role, TermType } from "../src/contract/graph-document.ts";
import type { Shape } from "../src/export/map-columns.ts";

export function count(n: number, one: string, many: string): string {
  return `${plain(n)} ${n === 1 ? one : many}`;
}

/** As `Intl.NumberFormat("en-US")` writes it, which takes 30 ms to be made when a page opens. */
export function plain(n: number): string {
  const [whole = "", part] = String(Math.round(n * 1000) / 1000).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

const SHAPE_NAMES: Readonly<Record<Shape, readonly [one: string, many: string]>> = {
  paper: ["Paper", "Papers"],
  method: ["Method", "Methods"],
  task: ["Task", "Tasks"],
  dataset: ["Dataset", "Datasets"],
  metric: ["Metric", "Metrics"],
  concept: ["Concept", "Concepts"],
};

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  proposes: "Proposes",
  uses: "Uses",
  evaluates: "Evaluates on",
  studies: "Studies",
  compares: "Compares with",
  mentions: "Mentions",
};

const ROLE_OF_TERM: Readonly<Record<Role, string>> = {
  proposes: "Proposed in",
  uses: "Used in",
  evaluates: "Evaluated on in",
  studies: "Studied in",
  compares: "Compared with in",
  mentions: "Mentioned in",
};

const ROLE_SHORT: Readonly<Record<Role, string>> = {
  proposes: "proposed",
  uses: "used",
  evaluates: "evaluated on",
  studies: "studied",
  compares: "compared",
  mentions: "mentioned",
};

/** Groups of search results. */
const GROUP_NAMES = {
  query: "Typed search",
  term: "Terms",
  alias: "Also written as",
  paper: "Papers",
  community: "Communities",
} as const;

export const TEXTS = {
  title: "Paperweave",
  load: {
    loading: "Reading the details…",
    failed: "The map could not be read",
    wrongSchema: (schema: string) =>
      `The data is not of the kind ${schema}. Build it again with this version of Paperweave.`,
    wrongDocument: (fault: string) => `The data cannot be used: ${fault}. Build the map again.`,
    emptyPage: "This page carries no map. Open map.html from a built folder, or run “paperweave view”.",
    noData: (status: number) => `graph.json could not be loaded (status ${status}).`,
    damaged: "The data inside this page is damaged. Get the file again, or build it again.",
    oldBrowser: "This browser is too old to unpack the map. Open it in one from 2023 or later.",
  },
  summary: (papers: number, terms: number, communities: number) =>
    [
      count(papers, "paper", "papers"),
      count(terms, "term", "terms"),
      count(communities, "community", "communities"),
    ].join(" · "),
  remaining: (papers: number, terms: number) =>
    `Showing ${count(papers, "paper", "papers")} and ${count(terms, "term", "terms")}`,
  shape: (shape: Shape) => SHAPE_NAMES[shape][0],
  shapes: (shape: Shape) => SHAPE_NAMES[shape][1],
  typeName: (type: TermType) => SHAPE_NAMES[type][0],
  role: (role: Role) => ROLE_NAMES[role],
  roleShort: (role: Role) => ROLE_SHORT[role],
  roleOfTerm: (role: Role) => ROLE_OF_TERM[role],
  map: {
    name: "Map of papers and terms",
    help: "Use search or the lists to reach any paper or term by keyboard.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show the whole map",
    tools: "Map tools",
  },
  theme: { light: "Switch to light colours", dark: "Switch to dark colours" },
  search: {
    label: "Search papers, terms and communities",
    placeholder: "Papers, terms, communities",
    none: "Nothing found",
    group: (group: keyof typeof GROUP_NAMES) => GROUP_NAMES[group],
    filterBy: (papers: number) => `Show only the ${count(papers, "paper", "papers")} that match`,
    aliasOf: (term: string) => `→ ${term}`,
    results: (n: number) => count(n, "result", "results"),
    clear: "Clear the search",
  },
  legend: {
    name: "Legend",
    communities: "Communities",
    kinds: "On the map",
    colorBy: "Colour by",
    sizeBy: "Size by",
    unknown: "Grey: not known",
    density: "Density contours",
    densityHelp: "The further in a line, the more papers and terms around.",
    centrality: "Centrality: share of the shortest ways that pass a node; 1 for the node that most pass.",
    only: (name: string) => `Show only ${name}`,
    hide: (name: string) => `Hide ${name}`,
    show: (name: string) => `Show ${name}`,
    showAll: "Show all",
    toggle: "Legend and filters",
  },
  filters: {
    title: "Filters",
    active: "Filters at work",
    nothing: "The filters leave nothing to show.",
    onlyAround: "Only neighbours",
    undo: (text: string) => `Undo: ${text}`,
    clear: "Clear all",
    later: (minPapers: number) =>
      minPapers === 2
        ? "Terms of a single paper appear as you zoom in."
        : `Terms in fewer than ${plain(minPapers)} papers appear as you zoom in.`,
  },
  panel: {
    name: "Details",
    back: "Back",
    forward: "Forward",
    close: "Close",
    fly: "Show on the map",
    abstract: "Abstract",
    noAbstract: "The source has no abstract for this paper.",
    open: "Open the paper",
    terms: "Terms in this paper",
    similar: "Similar papers",
    shared: "shares",
    why: "Why?",
    whyLabel: (a: string, b: string) => `Why ${a} and ${b}?`,
    pair: (a: string, b: string) => `${a} ↔ ${b}`,
    pairKind: "Connection",
    together: "Together in a paper",
    isA: "One is a kind of the other",
    similarity: (share: string) => `${share} alike, by these shared terms`,
    npmi: (value: number) => `association ${value.toFixed(2)} of 1`,
    cue: (cue: string) => `told by “${cue}”`,
    noCloser: "too few papers, or too common terms, for a tie on the map",
    noEdge: "Nothing in the papers joins these two directly.",
    neighbors: "Neighbouring communities",
    ties: (n: number) => count(n, "tie", "ties"),
    overTime: "papers over time",
    timeline: (first: string, last: string) => `Papers over time, ${first} to ${last}`,
    explain: "Explain: why this term is here",
    trail: {
      headings: {
        found: "found",
        kept: "kept",
        merged: "merged",
        typed: "typed",
        roles: "role",
        placed: "placed",
        near: "near",
        broader: "is a",
        narrower: "kinds",
      },
      found: (mentions: number, papers: number, of: number, first: string | undefined) =>
        `${count(mentions, "mention", "mentions")} in ${plain(papers)} of ${count(of, "paper", "papers")}${first === undefined ? "" : `, first on ${first}`}`,
      place: (salience: number) => `salience ${salience}`,
      often: (papers: number, limit: number | undefined) =>
        `${count(papers, "paper", "papers")}${limit === undefined ? "" : `, limit ${limit}`}`,
      salient: (limit: number) => `below the limit of ${limit} papers, but among the most salient of its own`,
      salience: (value: number) => `salience up to ${value}`,
      threshold: (value: number) => `taken for a term where its probability reached ${value}`,
      noForms: "no other form was found",
      form: (rule: string, mentions: number) => `rule ${rule}, ${count(mentions, "mention", "mentions")}`,
      because: (cue: string) => `because ${cue}`,
      confidence: (value: number) => `confidence ${value}`,
      near: (npmi: number, papers: number) => `npmi ${npmi}, ${count(papers, "paper", "papers")}`,
      rest: (n: number) => `… and ${plain(n)} more`,
    },
    community: "Community",
    topic: "Topic",
    typeCue: "Why this type",
    aliases: "Also written as",
    evidence: "In the papers",
    inPapers: (n: number) => count(n, "paper", "papers"),
    mentions: (n: number) => count(n, "mention", "mentions"),
    firstSeen: (date: string, undated: number) =>
      `first seen ${date}${undated > 0 ? `, ${plain(undated)} of them without a date` : ""}`,
    related: "Related terms",
    relatedPapers: (n: number) => `together in ${count(n, "paper", "papers")}`,
    broader: "Broader",
    narrower: "Narrower",
    stability: "Stability",
    stabilityHelp: "How often repeated runs with other seeds put its members together",
    weak: "weak",
    weakHelp: "Other runs would draw other borders here: take who is in it as a suggestion.",
    methods: "Top methods",
    concepts: "Top concepts",
    representative: "Representative papers",
    topics: "Topics inside",
    more: (n: number) => `Show ${plain(n)} more`,
    expand: "More room for details",
    shrink: "Less room for details",
    members: (papers: number, terms: number) => `${count(papers, "paper", "papers")}, ${count(terms, "term", "terms")}`,
    authors: (n: number) => count(n, "author", "authors"),
  },
  decide: {
    title: "Correct this",
    type: "Type",
    merge: "Same as",
    mergeDo: "Merge",
    drop: "Drop from the map",
    name: "Name",
    rename: "Rename",
    region: "Decisions",
    pending: "Decided, not yet on the map",
    standing: "Decided and on the map",
    noLonger: (said: string) => `no longer: ${said}`,
    rebuild: "Build the map again",
    starting: "starting",
    download: "Save decisions.tsv",
    downloadHelp: "Build again with “paperweave build … --decisions decisions.tsv”.",
    kept: "This browser keeps them until then.",
    notKept: "They are lost when this page closes: save the file first.",
    said: {
      merge: (form: string, canonical: string) => `“${form}” is “${canonical}”`,
      split: (form: string) => `“${form}” stands for itself`,
      type: (term: string, type: string) => `“${term}” is a ${type}`,
      drop: (term: string) => `without “${term}”`,
      keep: (term: string) => `with “${term}”`,
      label: (name: string) => `a community is called “${name}”`,
    },
  },
  path: {
    kind: "Path",
    from: "Path from here to another term",
    choose: (name: string) => `Choose another term, on the map or by search: how does “${name}” lead there?`,
    cancel: "No path",
    title: (from: string, to: string) => `${from} → ${to}`,
    way: (place: number, papers: number) => `Way ${plain(place)}, through ${count(papers, "paper", "papers")}`,
    none: "No papers lead from one to the other.",
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
    open: "Ask: gaps, bridges, trends",
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
    sparkline: (first: string, last: string, peak: string) => `From ${first} to ${last}, stands out in ${peak}`,
  },
  noWebGl: "This browser cannot draw the map (WebGL is off), so here is all of it as a table.",
  export: {
    title: "Export",
    open: "Link, picture and data",
    link: "Link to this view",
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
