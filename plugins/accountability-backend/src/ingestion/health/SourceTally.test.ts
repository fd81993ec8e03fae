import { SourceTally } from './SourceTally';

const at = Date.UTC(2026, 10, 23, 12);

describe('a tally', () => {
  it.each<{
    given: string;
    count(tally: SourceTally): void;
    gives: string;
  }>([
    {
      given: 'was not from its sender',
      count: tally => tally.countRefusal('github', { at, because: 'Wrong' }),
      gives: 'github refused',
    },
    {
      given: 'came too fast',
      count: tally => tally.countLimited('github', at),
      gives: 'github limited',
    },
  ])('tells at once of a delivery that $given', ({ count, gives }) => {
    const told: string[] = [];
    const tally = new SourceTally({
      onRefused: source => told.push(`${source} refused`),
      onLimited: source => told.push(`${source} limited`),
    });

    count(tally);

    expect(told).toEqual([gives]);
  });
});
