import { mockServices } from '@backstage/backend-test-utils';
import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { observeTasks } from './observeTasks';

/** Runs a task once, and gives what was counted, logged and traced. */
async function run(task: string, work: (signal: AbortSignal) => Promise<void>) {
  const add = jest.fn();
  const metrics = metricsServiceMock.mock({ createCounter: () => ({ add }) });
  const tracing = tracingServiceMock.mock();
  const own = mockServices.logger.mock();
  const logger = mockServices.logger.mock({ child: () => own });
  const stop = new AbortController();
  const observed = observeTasks({ logger, metrics, tracing })(
    task,
    async () => {
      await work(stop.signal);
      if (stop.signal.aborted) throw new Error('stopped');
    },
  );
  const stopAfter = work.name === 'stopped';
  if (stopAfter) stop.abort();
  const ended = await observed(stop.signal).then(
    () => 'well',
    (error: Error) => error.message,
  );
  return {
    ended,
    counted: add.mock.calls.filter(([count]) => count > 0),
    logged: own.error.mock.calls.map(([message]) => message),
    childOf: logger.child.mock.calls,
    spans: tracing.startActiveSpan.mock.calls.map(([name]) => name),
  };
}

describe('runs of tasks', () => {
  it.each([
    {
      given: 'one that ends well',
      work: async () => {},
      gives: { ended: 'well', outcomes: ['done'], lines: 0 },
    },
    {
      given: 'one that fails',
      work: async () => {
        throw new Error('the database is away');
      },
      gives: { ended: 'the database is away', outcomes: ['failed'], lines: 1 },
    },
    {
      given: 'one that is ended by a stop of the backend',
      work: async function stopped() {},
      gives: { ended: 'well', outcomes: [], lines: 0 },
    },
  ])('are counted and logged as they end: $given', async ({ work, gives }) => {
    const seen = await run('retention', work);

    expect(seen).toMatchObject({
      ended: gives.ended,
      counted: gives.outcomes.map(outcome => [
        1,
        { task: 'retention', outcome },
      ]),
      childOf: [[{ task: 'retention' }]],
    });
    expect(seen.logged).toHaveLength(gives.lines);
  });

  it.each([
    { task: 'policy-reload', spans: ['accountability.task.policy-reload'] },
    { task: 'assessment-worker', spans: [] },
  ])('of $task have $spans.length span', async ({ task, spans }) => {
    const seen = await run(task, async () => {});

    expect(seen.spans).toEqual(spans);
  });
});
