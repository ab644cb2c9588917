/**
 * Numbers in English words.
 */
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
