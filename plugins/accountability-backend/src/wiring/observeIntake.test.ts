import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { observeIntake } from './observeIntake';

const now = Date.parse('2026-11-23T12:00:00Z');

function start() {
  const add = jest.fn();
  const addLimited = jest.fn();
  const record = jest.fn();
  const metrics = metricsServiceMock.mock({
    createCounter: name => ({
      add: name === 'accountability.intake.limited' ? addLimited : add,
    }),
    createHistogram: () => ({ record }),
  });
  const observer = observeIntake({
    metrics,
    tracing: tracingServiceMock.mock(),
    sources: ['github'],
    now: () => now,
  });
  const counted = () => add.mock.calls.filter(([count]) => count > 0);
  return { observer, add, addLimited, counted, record };
}

describe('the intake', () => {
  it('counts deliveries by verdict, those that come again and those that are refused apart', () => {
    const { observer, counted } = start();
    const taken = { source: 'github', verdict: 'accepted' } as const;

    observer.onTaken({ ...taken, duplicate: false });
    observer.onTaken({ ...taken, duplicate: true });
    observer.onRefused('github');

    expect(counted()).toEqual([
      [1, { source: 'github', verdict: 'accepted' }],
      [1, { source: 'github', verdict: 'repeated' }],
      [1, { source: 'github', verdict: 'refused' }],
    ]);
  });

  it('counts what was sent away for its rate by source alone, and as no delivery', () => {
    const { observer, addLimited, counted } = start();

    observer.onLimited('github');

    expect(addLimited.mock.calls).toEqual([
      [0, { source: 'github' }],
      [1, { source: 'github' }],
    ]);
    expect(counted()).toEqual([]);
  });

  it('has a zero of each verdict before the first delivery, so that it is an increase', () => {
    const { add } = start();

    expect(add).toHaveBeenCalledWith(0, {
      source: 'github',
      verdict: 'refused',
    });
  });

  it('times each delivery from its receipt until it is in the records', async () => {
    const { observer, record } = start();
    const batch = [
      { source: 'github', receivedAt: now - 250 },
      { source: 'gitlab', receivedAt: now - 90_000 },
    ];

    await observer.applying(batch, async () => {});

    expect(record.mock.calls).toEqual([
      [0.25, { source: 'github' }],
      [90, { source: 'gitlab' }],
    ]);
  });

  it('times nothing that did not get there', async () => {
    const { observer, record } = start();

    const ended = observer.applying(
      [{ source: 'github', receivedAt: now }],
      async () => {
        throw new Error('down');
      },
    );

    await expect(ended).rejects.toThrow('down');
    expect(record).not.toHaveBeenCalled();
  });
});
