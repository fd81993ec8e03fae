import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { componentOf, nothingSupplied } from '../supply';
import { ago, deployed, referenceNow } from '../testing';
import { DAY } from '../time';
import { sbomAge } from './sbomAge';

const measure = (
  records: ReturnType<typeof deployed>[],
  { days, now = referenceNow }: { days: number; now?: number },
) =>
  measurePrepared(
    sbomAge,
    prepareFacts({
      now,
      service: exampleService,
      records,
      collectedKinds: [],
      sourceKinds: [],
      settings: defaultSettings,
      supply: {
        ...nothingSupplied,
        bills: [
          {
            report: 'bill',
            at: ago(days, 'd'),
            sha: 'aaaaaaa1',
            tellsDirect: false,
            components: [componentOf({ purl: 'pkg:npm/a@1' })],
          },
        ],
      },
    }),
  );
const runs = (sha: string | undefined) =>
  deployed('d', { sha, startedAt: ago(3, 'd'), endedAt: ago(3, 'd') });

describe('how far the bill is from what runs', () => {
  it.each([
    {
      given: [runs('aaaaaaa1')],
      says: 'The bill of materials of commit aaaaaaa, which runs, names 1 component.',
    },
    { given: [runs('bbbbbbb1')], says: /is 6 days older than the deployment/ },
    { given: [runs(undefined)], says: /is 9 days old; which commit runs is/ },
    { given: [], says: /is 9 days old; which commit runs is not known/ },
  ])('is said of $given.0.sha', ({ given, says }) => {
    expect(measure(given, { days: 9 }).value.because).toEqual(
      expect.stringMatching(says),
    );
  });

  it.each([
    { days: 0 },
    { days: 0.5 },
    { days: 1 },
    { days: 1.5 },
    { days: 9 },
  ])(
    'grows with time at the instant that it says, $days days after the upload',
    ({ days }) => {
      const before = measure([], { days });
      const at = before.nextChangeAt ?? NaN;

      const [shortly, then] = [at - 1, at].map(
        now => measure([], { days, now }).value,
      );

      expect(at).toBeLessThanOrEqual(referenceNow + 2 * DAY);
      expect(shortly).toMatchObject(valueOf(before.value));
      expect(then).not.toMatchObject(valueOf(before.value));
    },
  );

  it('does not grow where a bill of another commit than the one that runs is the newest', () => {
    const now = referenceNow + 100 * DAY;

    const later = measure([runs('bbbbbbb1')], { days: 9, now }).value;

    expect(later).toMatchObject({ status: 'known', value: 6 });
  });
});

function valueOf(fact: object): object {
  return 'value' in fact ? { value: fact.value } : {};
}
