/** A number from a text, well spread (FNV-1a). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Seeded randomness (mulberry32): the same seed gives the same draws on every
 * machine. One of these per service and topic keeps them independent, so a
 * change to one leaves the others as they were.
 */
export class Random {
  private state: number;

  constructor(private readonly seed: string) {
    this.state = seedOf(seed);
  }

  /** A generator of its own for a part of the story. */
  fork(label: string): Random {
    return new Random(`${this.seed}/${label}`);
  }

  /** From 0 inclusive to 1 exclusive. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends inclusive. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)];
  }

  /** Positive and skewed to the right, as waits and repairs are; half lie under `median`. */
  skewed(median: number, spread = 0.8): number {
    const uniform = Math.max(this.next(), 1e-9);
    const normal =
      Math.sqrt(-2 * Math.log(uniform)) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(spread * normal);
  }

  /** How often something with this mean happened (Poisson). */
  count(mean: number): number {
    const limit = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit && count < 1000) {
      product *= this.next();
      count++;
    }
    return count;
  }

  /** Lower-case hexadecimal digits, as in a SHA. */
  hex(length: number): string {
    let digits = '';
    while (digits.length < length) {
      digits += Math.floor(this.next() * 65536)
        .toString(16)
        .padStart(4, '0');
    }
    return digits.slice(0, length);
  }
}
