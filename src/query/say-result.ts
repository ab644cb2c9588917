/**
 * A reported result in words.
 */
import type { ResultRecord, StatedPart } from "../contract/stated.ts";
import { numberOf, termAt, type GraphIndex } from "./graph-index.ts";
import { proposedBy } from "./stated.ts";

/** "5.3 mAP (improves)", "3.4× (faster)", "up to 12 % (reduces)", "4.8% → 42.4%". */
export function valueOf({ value, bound, kind, cue, from }: ResultRecord): string {
  const number = from === undefined ? value : `${from} → ${value}`;
  const whole = bound === undefined ? number : `${bound} ${number}`;
  return kind === "absolute" ? whole : `${whole} (${cue})`;
}

/** The words, or the name of the term that they stand for; what the paper proposes for "we". */
function partName(index: GraphIndex, paper: string, { text, term, own }: StatedPart): string {
  const number = term === undefined ? undefined : numberOf(index, term);
  const proposed = own && number === undefined ? proposedBy(index).get(numberOf(index, paper) ?? -1) : undefined;
  return termAt(index, number ?? proposed ?? -1)?.term ?? (own ? "its own method" : text);
}

/** "AlignDet: mAP 5.3 mAP (improves), over FCOS, on COCO". */
function sayResult(index: GraphIndex, record: ResultRecord): string {
  const { paper, metric, method, on, baselines } = record;
  const name = (part: StatedPart) => partName(index, paper, part);
  const parts = [
    `${metric ? `${name(metric)} ` : ""}${valueOf(record)}`,
    ...(on ? [`on ${on.map(name).join(", ")}`] : []),
    ...(baselines ? [`against ${baselines.map(name).join(", ")}`] : []),
  ];
  return `${method ? `${name(method)}: ` : ""}${parts.join(", ")}`;
}

/** A result in words, with its sentence. */
export interface ToldResult {
  /** Place in the document's results. */
  readonly place: number;
  /** "AlignDet: mAP 5.3 mAP (improves), against FCOS". */
  readonly says: string;
  /** The value alone: "5.3 mAP (improves)". */
  readonly value: string;
  /** Number of the paper. */
  readonly paper: number;
  readonly field: ResultRecord["field"];
  /** UTF-16 offsets in the field as given. */
  readonly sentence: ResultRecord["sentence"];
}

/** In the order of the document; of papers that it has. */
export function tellResults(index: GraphIndex, places: Iterable<number>): ToldResult[] {
  return [...places]
    .sort((a, b) => a - b)
    .flatMap((place): ToldResult[] => {
      const record = index.document.results?.[place];
      const paper = record && numberOf(index, record.paper);
      if (!record || paper === undefined) return [];
      const { field, sentence } = record;
      return [{ place, says: sayResult(index, record), value: valueOf(record), paper, field, sentence }];
    });
}
