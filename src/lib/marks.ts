/**
 * A set of small whole numbers that is emptied without touching them: what is in carries the stamp of the present round.
 */
export class Marks {
  private readonly stamps: Uint32Array;
  private round = 1;

  /** @param size one more than the largest number. */
  constructor(size: number) {
    this.stamps = new Uint32Array(size);
  }

  clear(): void {
    this.round++;
    if (this.round < 2 ** 32) return;
    this.stamps.fill(0);
    this.round = 1;
  }

  has(number: number): boolean {
    return this.stamps[number] === this.round;
  }

  /** Whether it was not in before. */
  add(number: number): boolean {
    if (this.stamps[number] === this.round) return false;
    this.stamps[number] = this.round;
    return true;
  }
}
