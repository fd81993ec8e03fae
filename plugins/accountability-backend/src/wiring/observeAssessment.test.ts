import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { observeAssessment } from './observeAssessment';

function start() {
  const add = jest.fn();
  const record = jest.fn();
  const metrics = metricsServiceMock.mock({
    createCounter: () => ({ add }),
    createHistogram: () => ({ record }),
  });
  const tracing = tracingServiceMock.mock();
  const observer = observeAssessment({ metrics, tracing });
  const counted = () => add.mock.calls.filter(([count]) => count > 0);
  return { observer, counted, record, tracing };
}

describe('work on services', () => {
  it('is counted by what came of it, and timed by the batch', async () => {
    const { observer, counted, record, tracing } = start();

    const result = await observer.working(
      { work: 'assess', services: 100 },
      async () => 'done',
      () => ({ done: 97, failed: 3 }),
    );

    expect(result).toBe('done');
    expect(counted()).toEqual([
      [97, { work: 'assess', outcome: 'done' }],
      [3, { work: 'assess', outcome: 'failed' }],
    ]);
    expect(record).toHaveBeenCalledWith(expect.any(Number), { work: 'assess' });
    expect(tracing.startActiveSpan).toHaveBeenCalledWith(
      'accountability.assess_batch',
      { attributes: { 'accountability.services': 100 } },
      expect.any(Function),
    );
  });

  it('that throws has failed for all, and is thrown on', async () => {
    const { observer, counted } = start();

    const ended = observer.working(
      { work: 'assess', services: 20 },
      async () => {
        throw new Error('down');
      },
      () => ({ done: 0, failed: 0 }),
    );

    await expect(ended).rejects.toThrow('down');
    expect(counted()).toEqual([[20, { work: 'assess', outcome: 'failed' }]]);
  });

  it('that finds nothing is not timed: it would make batches look fast', async () => {
    const { observer, counted, record } = start();

    await observer.working(
      { work: 'judge', services: 0 },
      async () => 0,
      done => ({ done, failed: 0 }),
    );

    expect(counted()).toEqual([]);
    expect(record).not.toHaveBeenCalled();
  });
});
