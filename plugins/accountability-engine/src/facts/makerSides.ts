import {
  ChangeMaker,
  ChangeRecord,
  FactPart,
} from 'backstage-plugin-accountability-common';
import { makerOf } from '../changes';
import { FactContext, Measurement } from './defineFact';
import { fewPeople } from './fewPeople';

/** A comparison needs so many changes on either side. */
export const minimumSide = 30;

/** Something of which the maker is known, told apart by it. */
export type Sides<T> = Record<ChangeMaker, T[]>;

/** Puts changes, or what goes with them, to the side of what made them. */
export function makerSides<T>(
  items: readonly T[],
  changeOf: (item: T) => ChangeRecord,
): Sides<T> {
  const sides: Sides<T> = { machine: [], automation: [], rest: [] };
  for (const item of items) sides[makerOf(changeOf(item))].push(item);
  return sides;
}

/** What each side comes to, with its records; sides of nothing are left out. */
export function partsOfSides<T extends { change: ChangeRecord }>(
  { machine, rest, automation }: Sides<T>,
  valueOf: (side: readonly T[]) => number,
): FactPart[] {
  const named = [
    ['machine-written', machine],
    ['rest', rest],
    ['automation', automation],
  ] as const;
  return named
    .filter(([, side]) => side.length > 0)
    .map(([key, side]) => ({
      key,
      value: valueOf(side),
      records: side.map(({ change }) => change.id),
    }));
}

/** Why changes of machines cannot be compared with the rest: there are too few of either, or of people behind them. */
export function whyNoComparison(
  { machine, rest }: Sides<ChangeRecord>,
  context: FactContext,
): Measurement | undefined {
  if (machine.length < minimumSide || rest.length < minimumSide) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      sampleSize: machine.length + rest.length,
      evidence: [...machine, ...rest].map(({ id }) => id),
      because: `${machine.length} changes marked machine-written and ${rest.length} others of which it is known; a comparison needs at least ${minimumSide} of both`,
    };
  }
  return fewPeople(machine, context) ?? fewPeople(rest, context);
}
