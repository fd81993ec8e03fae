import { Burden } from 'backstage-plugin-accountability-common';

/** A check as the states of services name it. */
export interface CheckName {
  scorecard: string;
  check: string;
  burden: Burden;
}

/** Gives checks small numbers, so that a hundred thousand results need not spell them. A check that moves to another burden is another one. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: CheckName[] = [];

  numberOf(name: CheckName): number {
    const key = JSON.stringify([name.scorecard, name.check, name.burden]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  nameOf(number: number): CheckName {
    return this.#names[number];
  }

  /** All of them, by number. */
  get all(): readonly CheckName[] {
    return this.#names;
  }
}
