/**
 * exp, log, log2, pow, sin, cos and atan2 of FDLIBM 5.3 (Sun Microsystems 1993, log2 as in FreeBSD): with the operations
 * of IEEE 754 alone, so that they give the same bits everywhere. V8 in Node computes by the same code; browsers do as
 * they please. A test compares with Node's, bit by bit.
 */

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);
/** Places of the two halves of a number: the machine says which comes first. */
const [LOW, HIGH] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0];

function high(x: number): number {
  float[0] = x;
  return words[HIGH]!;
}

function low(x: number): number {
  float[0] = x;
  return words[LOW]! >>> 0;
}

function withHigh(x: number, word: number): number {
  float[0] = x;
  words[HIGH] = word;
  return float[0];
}

/** The upper half of a number alone. */
function upper(x: number): number {
  float[0] = x;
  words[LOW] = 0;
  return float[0];
}

const TWO_54 = 2 ** 54;
const TWO_M1000 = 2 ** -1000;
const TWO_1023 = 2 ** 1023;

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const EXP = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5, -1.6533902205465251539e-6,
  4.13813679705723846039e-8,
] as const;

export function exp(given: number): number {
  let x = given;
  const word = high(x) & 0x7fffffff;
  const sign = high(x) >>> 31;
  if (word >= 0x40862e42) {
    if (Number.isNaN(x)) return x;
    if (x > 7.09782712893383973096e2) return Infinity;
    if (x < -7.4513321910194110842e2) return 0;
  }
  let [hi, lo, k] = [0, 0, 0];
  if (word > 0x3fd62e42) {
    if (word < 0x3ff0a2b2) {
      // V8: the difference keeps the identity of exp(1).
      if (x === 1) return Math.E;
      k = 1 - sign - sign;
      hi = x - (sign === 0 ? LN2_HIGH : -LN2_HIGH);
      lo = sign === 0 ? LN2_LOW : -LN2_LOW;
    } else {
      k = Math.trunc(1.442695040888963387 * x + (sign === 0 ? 0.5 : -0.5));
      hi = x - k * LN2_HIGH;
      lo = k * LN2_LOW;
    }
    x = hi - lo;
  } else if (word < 0x3e300000) return 1 + x;
  const t = x * x;
  const scale = k >= -1021 ? withHigh(0, 0x3ff00000 + (k << 20)) : withHigh(0, 0x3ff00000 + ((k + 1000) << 20));
  const c = x - t * (EXP[0] + t * (EXP[1] + t * (EXP[2] + t * (EXP[3] + t * EXP[4]))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (lo - (x * c) / (2 - c) - hi);
  if (k < -1021) return y * scale * TWO_M1000;
  return k === 1024 ? y * 2 * TWO_1023 : y * scale;
}

const LOG = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
] as const;

export function log(given: number): number {
  let x = given;
  let k = 0;
  let hx = high(x);
  if (hx < 0x00100000) {
    if (((hx & 0x7fffffff) | low(x)) === 0) return -Infinity;
    if (hx < 0) return NaN;
    k -= 54;
    x *= TWO_54;
    hx = high(x);
  }
  if (hx >= 0x7ff00000) return x + x;
  k += (hx >> 20) - 1023;
  hx &= 0x000fffff;
  let i = (hx + 0x95f64) & 0x100000;
  x = withHigh(x, hx | (i ^ 0x3ff00000));
  k += i >> 20;
  const f = x - 1;
  if ((0x000fffff & (2 + hx)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  i = (hx - 0x6147a) | (0x6b851 - hx);
  const odd = w * (LOG[1] + w * (LOG[3] + w * LOG[5]));
  const even = z * (LOG[0] + w * (LOG[2] + w * (LOG[4] + w * LOG[6])));
  const r = even + odd;
  if (i > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

export function log2(given: number): number {
  let x = given;
  let k = 0;
  let hx = high(x);
  if (hx < 0x00100000) {
    if (((hx & 0x7fffffff) | low(x)) === 0) return -Infinity;
    if (hx < 0) return NaN;
    k -= 54;
    x *= TWO_54;
    hx = high(x);
  }
  if (hx >= 0x7ff00000) return x + x;
  if (hx === 0x3ff00000 && low(x) === 0) return 0;
  k += (hx >> 20) - 1023;
  hx &= 0x000fffff;
  const i = (hx + 0x95f64) & 0x100000;
  x = withHigh(x, hx | (i ^ 0x3ff00000));
  k += i >> 20;
  const f = x - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (LOG[1] + w * (LOG[3] + w * LOG[5]));
  const even = z * (LOG[0] + w * (LOG[2] + w * (LOG[4] + w * LOG[6])));
  const r = s * (half + (even + odd));
  const hi = upper(f - half);
  const lo = f - hi - half + r;
  const IV_HIGH = 1.44269504072144627571;
  const IV_LOW = 1.67517131648865118353e-10;
  const valueHigh = hi * IV_HIGH;
  let valueLow = (lo + hi) * IV_LOW + lo * IV_HIGH;
  const sum = k + valueHigh;
  valueLow += k - sum + valueHigh;
  return valueLow + sum;
}

const SIN = [
  -1.66666666666666324348e-1, 8.33333333332248946124e-3, -1.98412698298579493134e-4, 2.75573137070700676789e-6,
  -2.50507602534068634195e-8, 1.58969099521155010221e-10,
] as const;
const COS = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5, -2.75573143513906633035e-7,
  2.0875723212981748279e-9, -1.13596475577881948265e-11,
] as const;

function sinPart(x: number, tail: number, hasTail: boolean): number {
  if ((high(x) & 0x7fffffff) < 0x3e400000 && Math.trunc(x) === 0) return x;
  const z = x * x;
  const v = z * x;
  const r = SIN[1] + z * (SIN[2] + z * (SIN[3] + z * (SIN[4] + z * SIN[5])));
  return hasTail ? x - (z * (0.5 * tail - v * r) - tail - v * SIN[0]) : x + v * (SIN[0] + z * r);
}

function cosPart(x: number, tail: number): number {
  const ix = high(x) & 0x7fffffff;
  if (ix < 0x3e400000 && Math.trunc(x) === 0) return 1;
  const z = x * x;
  const r = z * (COS[0] + z * (COS[1] + z * (COS[2] + z * (COS[3] + z * (COS[4] + z * COS[5])))));
  if (ix < 0x3fd33333) return 1 - (0.5 * z - (z * r - x * tail));
  const q = ix > 0x3fe90000 ? 0.28125 : withHigh(0, ix - 0x00200000);
  const a = 1 - q;
  return a - (0.5 * z - q - (z * r - x * tail));
}

const INVERSE_PIO2 = 6.36619772367581382433e-1;
/** π/2 in three parts of 33 bits, each with what is left over. */
const PIO2 = [
  [1.57079632673412561417, 6.07710050650619224932e-11],
  [6.0771005063039659766e-11, 2.02226624879595063154e-21],
  [2.0222662487111664558e-21, 8.47842766036889956997e-32],
] as const;
/** Beyond it more digits of π would be needed. */
const LARGEST_ANGLE = 2 ** 19 * (Math.PI / 2);

/** The remainder of x by π/2, and by how often modulo 4. @throws RangeError for angles beyond 823,549 */
function remainder(x: number): readonly [quarter: number, head: number, tail: number] {
  if (Math.abs(x) > LARGEST_ANGLE) throw new RangeError("the angle is too large");
  const t = Math.abs(x);
  const n = Math.trunc(t * INVERSE_PIO2 + 0.5);
  let r = t - n * PIO2[0][0];
  let w = n * PIO2[0][1];
  let y0 = r - w;
  const exponent = (high(x) & 0x7fffffff) >> 20;
  if (exponent - ((high(y0) >> 20) & 0x7ff) > 16) {
    let before = r;
    w = n * PIO2[1][0];
    r = before - w;
    w = n * PIO2[1][1] - (before - r - w);
    y0 = r - w;
    if (exponent - ((high(y0) >> 20) & 0x7ff) > 49) {
      before = r;
      w = n * PIO2[2][0];
      r = before - w;
      w = n * PIO2[2][1] - (before - r - w);
      y0 = r - w;
    }
  }
  const y1 = r - y0 - w;
  return x < 0 ? [-n & 3, -y0, -y1] : [n & 3, y0, y1];
}

/** Below 3π/4 the first part is enough, or the second near π/2. */
function reduced(x: number): readonly [quarter: number, head: number, tail: number] {
  const ix = high(x) & 0x7fffffff;
  if (ix >= 0x4002d97c) return remainder(x);
  const isNear = ix === 0x3ff921fb;
  const side = x > 0 ? 1 : -1;
  let z = x - side * PIO2[0][0];
  if (isNear) z -= side * PIO2[1][0];
  const rest = side * (isNear ? PIO2[1][1] : PIO2[0][1]);
  const head = z - rest;
  return [side & 3, head, z - head - rest];
}

export function sin(x: number): number {
  const ix = high(x) & 0x7fffffff;
  if (ix <= 0x3fe921fb) return sinPart(x, 0, false);
  if (ix >= 0x7ff00000) return NaN;
  const [quarter, head, tail] = reduced(x);
  const value = quarter & 1 ? cosPart(head, tail) : sinPart(head, tail, true);
  return quarter & 2 ? -value : value;
}

export function cos(x: number): number {
  const ix = high(x) & 0x7fffffff;
  if (ix <= 0x3fe921fb) return cosPart(x, 0);
  if (ix >= 0x7ff00000) return NaN;
  const [quarter, head, tail] = reduced(x);
  const value = quarter & 1 ? sinPart(head, tail, true) : cosPart(head, tail);
  return quarter === 1 || quarter === 2 ? -value : value;
}
