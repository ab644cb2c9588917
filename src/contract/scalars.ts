/**
 * Kinds of values that documents are made of, with their ranges: the JSON Schemas are made from these tags.
 */

/** @minLength 1 */
export type Text = string;

/**
 * @asType integer
 * @minimum 0
 */
export type Count = number;

/**
 * A count of what is there at least once, or a number counted from 1.
 *
 * @asType integer
 * @minimum 1
 */
export type PositiveCount = number;

/**
 * 0…1.
 *
 * @minimum 0
 * @maximum 1
 */
export type Share = number;

/** @minimum 0 */
export type Amount = number;

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @pattern ^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$
 */
export type PartialDate = string;

/**
 * `YYYY-MM-DD`.
 *
 * @pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}$
 */
export type Day = string;

/**
 * Id of a paper in the graph: `p0` …
 *
 * @pattern ^p[0-9]+$
 */
export type PaperNodeId = string;

/**
 * Id of a term in the graph: `t0` …
 *
 * @pattern ^t[0-9]+$
 */
export type TermNodeId = string;

/**
 * `#rrggbb`.
 *
 * @pattern ^#[0-9a-f]{6}$
 */
export type Color = string;

/**
 * In hexadecimal digits.
 *
 * @pattern ^[0-9a-f]{64}$
 */
export type Sha256 = string;
