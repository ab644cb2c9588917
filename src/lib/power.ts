/**
 * Powers that are the same everywhere. `**` and `Math.pow` are left to each machine's own library but for whole
 * exponents of small numbers; `exp` and `log` are V8's own, the same in Node on every machine.
 */

/** @param base at least 0 */
export function power(base: number, exponent: number): number {
  return base === 0 ? Number(exponent === 0) : Math.exp(exponent * Math.log(base));
}
