import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { StandingFigures } from './figures/StandingFigures';
import { observePolicy } from './observePolicy';

const figures: StandingFigures = {
  results: [
    { scorecard: 'ready', status: 'pass', checks: 7 },
    { scorecard: 'ready', status: 'unknown', checks: 3 },
  ],
  levels: [
    { scorecard: 'ready', level: 'bronze', services: 4 },
    { scorecard: 'ready', services: 1 },
  ],
  coverage: { known: 7, applicable: 10 },
  exemptions: { pending: 1, approved: 2, denied: 0, revoked: 0, expired: 5 },
  policy: {
    behind: 2,
    faults: 3,
    rulesActive: 9,
    rulesKept: 1,
    rulesRefused: 1,
    documentsRefused: 0,
    sourcesFailed: 1,
  },
};
const unknown = [{ fact: 'reliability.mttr', share: 0.6 }];

interface Result {
  observe(value: number, attributes?: object): void;
}

/** The gauges, and what a collector sees when it scrapes them at an instant. */
function start(readFigures = async () => figures) {
  const metrics = metricsServiceMock.mock();
  const callbacks = new Map<string, (result: Result) => unknown>();
  metrics.createObservableGauge.mockImplementation((name: string) => ({
    addCallback: (callback: (result: Result) => unknown) => {
      callbacks.set(name, callback);
    },
    removeCallback: () => {},
  }));
  const clock = { now: 0 };
  const reads = {
    readFigures: jest.fn(readFigures),
    readUnknown: jest.fn(async () => unknown),
  };
  const onFailed = jest.fn();
  observePolicy({ metrics, now: () => clock.now, onFailed, ...reads });
  const scrape = async () => {
    const seen: Record<string, unknown[]> = {};
    for (const [name, callback] of callbacks) {
      seen[name] = [];
      await callback({
        observe: (value, attributes) =>
          seen[name].push({ value, ...attributes }),
      });
    }
    return seen;
  };
  return { clock, scrape, onFailed, ...reads };
}

describe('the gauges of policy', () => {
  it('count by scorecard, status, level, state and fact, and by no service', async () => {
    const { scrape } = start();

    // What is read behind the scrapes is seen by the next one.
    await scrape();

    expect(await scrape()).toEqual({
      'accountability.check_results': [
        { value: 7, scorecard: 'ready', status: 'pass' },
        { value: 3, scorecard: 'ready', status: 'unknown' },
      ],
      'accountability.services': [
        { value: 4, scorecard: 'ready', level: 'bronze' },
        { value: 1, scorecard: 'ready', level: 'none' },
      ],
      'accountability.coverage.known': [{ value: 7 }],
      'accountability.coverage.applicable': [{ value: 10 }],
      'accountability.services_behind_policy': [{ value: 2 }],
      'accountability.policy.faults': [{ value: 3 }],
      'accountability.policy.rules': [
        { value: 9, state: 'active' },
        { value: 1, state: 'kept' },
        { value: 1, state: 'refused' },
      ],
      'accountability.policy.documents_refused': [{ value: 0 }],
      'accountability.policy.sources_failed': [{ value: 1 }],
      // Nothing was ever read, which is no age of zero.
      'accountability.policy.read_age_seconds': [],
      'accountability.exemptions': [
        { value: 1, state: 'pending' },
        { value: 2, state: 'approved' },
        { value: 0, state: 'denied' },
        { value: 0, state: 'revoked' },
        { value: 5, state: 'expired' },
      ],
      'accountability.fact.unknown_ratio': [
        { value: 0.6, fact: 'reliability.mttr' },
      ],
    });
  });

  it.each([
    { given: 'half a minute', after: 30_000, figureReads: 1, unknownReads: 1 },
    { given: 'two minutes', after: 120_000, figureReads: 2, unknownReads: 1 },
    {
      given: 'two thirds of an hour',
      after: 2_400_000,
      figureReads: 2,
      unknownReads: 2,
    },
  ])(
    'of two scrapes within $given are read $figureReads and $unknownReads times',
    async ({ after, figureReads, unknownReads }) => {
      const { clock, scrape, readFigures, readUnknown } = start();

      await scrape();
      clock.now += after;
      await scrape();

      expect(readFigures).toHaveBeenCalledTimes(figureReads);
      expect(readUnknown).toHaveBeenCalledTimes(unknownReads);
    },
  );

  it('do not wait for unknown facts, and tell why they are not known', async () => {
    const { scrape, readUnknown, onFailed } = start();
    readUnknown.mockRejectedValue(new Error('down'));

    await scrape();
    const { 'accountability.fact.unknown_ratio': seen } = await scrape();

    expect(seen).toEqual([]);
    expect(onFailed).toHaveBeenCalledWith(new Error('down'));
  });

  it('do not ask a database that is down more often', async () => {
    const { scrape, readFigures } = start(async () => {
      throw new Error('down');
    });

    await expect(scrape()).rejects.toThrow('down');
    await expect(scrape()).rejects.toThrow('down');

    expect(readFigures).toHaveBeenCalledTimes(1);
  });
});
