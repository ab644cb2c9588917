/**
 * atan2 of FDLIBM 5.3 (Sun Microsystems 1993): see `fdlibm.ts`.
 */
const float = new Float64Array(1);
const words = new Int32Array(float.buffer);
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

function high(x: number): number {
  float[0] = x;
  return words[HIGH]!;
}

/** atan of 1/2, 1, 3/2 and ∞, with what is left over. */
const ATAN_HIGH = [
  4.63647609000806093515e-1, 7.85398163397448278999e-1, 9.82793723247329054082e-1, 1.570796326794896558,
] as const;
const ATAN_LOW = [
  2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, 6.12323399573676603587e-17,
] as const;
const A = [
  3.33333333333329318027e-1, -1.99999999998764832476e-1, 1.42857142725034663711e-1, -1.1111110405462355788e-1,
  9.09088713343650656196e-2, -7.69187620504482999495e-2, 6.66107313738753120669e-2, -5.83357013379057348645e-2,
  4.97687799461593236017e-2, -3.6531572744216915527e-2, 1.62858201153657823623e-2,
] as const;

/** @param x at least 0 */
function atan(x: number): number {
  const ix = high(x);
  if (ix >= 0x44100000) return ATAN_HIGH[3] + ATAN_LOW[3];
  let id: -1 | 0 | 1 | 2 | 3 = -1;
  let u = x;
  if (ix < 0x3fdc0000) {
    if (ix < 0x3e400000) return x;
  } else if (ix < 0x3ff30000) {
    if (ix < 0x3fe60000) [id, u] = [0, (2 * x - 1) / (2 + x)];
    else [id, u] = [1, (x - 1) / (x + 1)];
  } else if (ix < 0x40038000) [id, u] = [2, (x - 1.5) / (1 + 1.5 * x)];
  else [id, u] = [3, -1 / x];
  const z = u * u;
  const w = z * z;
  const odd = z * (A[0] + w * (A[2] + w * (A[4] + w * (A[6] + w * (A[8] + w * A[10])))));
  const even = w * (A[1] + w * (A[3] + w * (A[5] + w * (A[7] + w * A[9]))));
  if (id < 0) return u - u * (odd + even);
  return ATAN_HIGH[id as 0] - (u * (odd + even) - ATAN_LOW[id as 0] - u);
}

const TINY = 1e-300;
const PI_LOW = 1.2246467991473532e-16;

export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === 1) return y < 0 || Object.is(y, -0) ? -atan(-y) : atan(y);
  const isBelow = y < 0 || Object.is(y, -0);
  const isLeft = x < 0 || Object.is(x, -0);
  const signed = (value: number) => (isBelow ? -value : value);
  if (y === 0) return isLeft ? signed(Math.PI + TINY) : y;
  if (x === 0) return signed(Math.PI / 2 + TINY);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return Math.atan2(y, x);
  const steps = ((high(y) & 0x7fffffff) - (high(x) & 0x7fffffff)) >> 20;
  let z: number;
  if (steps > 60) z = Math.PI / 2 + 0.5 * PI_LOW;
  else if (isLeft && steps < -60) z = 0;
  else z = atan(Math.abs(y / x));
  return isLeft ? (isBelow ? z - PI_LOW - Math.PI : Math.PI - (z - PI_LOW)) : signed(z);
}
