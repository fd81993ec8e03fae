import { defaultSettings } from './defaultSettings';
import { FactDefinition } from './facts/defineFact';
import { builtInFacts } from './facts/registry.generated';
import { horizonMs } from './horizonMs';
import { DAY } from './time';

const [any] = builtInFacts;
const fact = (given: Partial<FactDefinition>): FactDefinition => ({
  ...any,
  ...given,
  lateDays: given.lateDays,
});
const facts = [
  fact({ needs: ['build'], windowDays: 28, lateDays: 2 }),
  fact({ needs: ['alert'], windowDays: 60 }),
  fact({ needs: ['finding'], windowDays: 0 }),
  fact({ needs: ['incident', 'deployment'], windowDays: 90 }),
  fact({ needs: [], also: ['report'], windowDays: 0, lateDays: 35 }),
];

describe('horizonMs', () => {
  it.each([
    { kind: undefined, days: 180, why: 'the longest window and the reach' },
    { kind: 'build', days: 30, why: 'its window, and what comes late' },
    { kind: 'alert', days: 67, why: 'its window, and before an incident' },
    { kind: 'finding', days: 0, why: 'facts about now have no window' },
    { kind: 'incident', days: 180, why: 'its window and the reach' },
    { kind: 'change', days: 90, why: 'causes alone look at it' },
    {
      kind: 'report',
      days: 63,
      why: 'a fact looks at it where there are some, and before a merge',
    },
  ] as const)('of $kind is $days days: $why', ({ kind, days }) => {
    expect(horizonMs(facts, defaultSettings, kind)).toBe(days * DAY);
  });
});
