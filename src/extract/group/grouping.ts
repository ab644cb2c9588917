/**
 * Which mentions are of one term, as the later steps read it.
 */
import { TWIN_RULES, type TwinRuleName } from "./twin-rules.ts";

export type JoinRule = "abbreviation" | "reading" | "decision" | TwinRuleName | typeof TITLE_NAME;
export const TITLE_NAME = "name of two titles";
/** Number of a rule in `Grouping.rules`; 0 = the group is that of the mention's own key. */
export const JOIN_RULES: readonly (JoinRule | undefined)[] = [
  undefined,
  "abbreviation",
  "reading",
  "decision",
  ...TWIN_RULES,
  TITLE_NAME,
];
export const BY_KEY = 0;
export const ABBREVIATION = 1;
export const READING = 2;
export const DECISION = 3;

export interface Grouping {
  /** Group per mention. */
  readonly groupOf: Uint32Array;
  /** Why a mention's group is not that of its own key (see `JOIN_RULES`); these merges are in the ledger. */
  readonly rules: Uint8Array;
  /** Names of the groups: opaque, of one term each. */
  readonly groups: readonly string[];
  /** Display names that are not left to the forms: given by people, or needed to tell senses apart. */
  readonly names: ReadonlyMap<string, string>;
  /** Long forms of groups that share a short form with others, by group. */
  readonly expansions: ReadonlyMap<string, string>;
  readonly openShorts: OpenShorts;
}

/** Short forms of more than one sense: what one means is asked place by place, paper by paper. */
export interface OpenShorts {
  /** By `shortKey`, in the order of first mention. */
  readonly shorts: readonly string[];
  /** The group of one in a paper; undefined where its senses cannot be told, or the one it has there is no term. */
  groupIn(short: string, paper: number): number | undefined;
}
