import { FactUnit } from 'backstage-plugin-accountability-common';
import { whyNotTaken } from './whyNotTaken';

const labels = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`l${i}`, '']));

describe('the value of a fact that others measure', () => {
  it.each<{ unit: FactUnit; given: unknown }>([
    { unit: 'count', given: 0 },
    { unit: 'ratio', given: -0.5 },
    { unit: 'boolean', given: false },
    { unit: 'text', given: 'x'.repeat(1024) },
    { unit: 'instant', given: 1_795_000_000_000 },
    { unit: 'texts', given: [] },
    { unit: 'texts', given: Array.from({ length: 50 }, String) },
    { unit: 'labels', given: labels(50) },
  ])('is taken where it is of the unit $unit', ({ unit, given }) => {
    expect(whyNotTaken(unit, given)).toBeUndefined();
  });

  it.each<{ unit: FactUnit; given: unknown; gives: string }>([
    { unit: 'count', given: '3', gives: 'it is no number' },
    { unit: 'count', given: NaN, gives: 'it is no number' },
    { unit: 'count', given: null, gives: 'it is no number' },
    {
      unit: 'boolean',
      given: 'true',
      gives: 'it is neither true nor false',
    },
    {
      unit: 'instant',
      given: '2026-11-23',
      gives: 'it is no instant in whole epoch milliseconds',
    },
    {
      unit: 'text',
      given: 'ä'.repeat(513),
      gives: 'a text of it has more than 1024 bytes',
    },
    { unit: 'text', given: 'a\u0000b', gives: 'a NUL is in it' },
    { unit: 'texts', given: 'a', gives: 'it is no list of texts' },
    {
      unit: 'texts',
      given: Array.from({ length: 51 }, String),
      gives: 'it has more than 50 items',
    },
    {
      unit: 'texts',
      given: ['x'.repeat(257)],
      gives: 'a text of it has more than 256 bytes',
    },
    {
      unit: 'labels',
      given: labels(51),
      gives: 'it has more than 50 items',
    },
    { unit: 'labels', given: ['a'], gives: 'it is no map of texts' },
  ])('is not taken as $unit: $gives', ({ unit, given, gives }) => {
    expect(whyNotTaken(unit, given)).toBe(gives);
  });
});
