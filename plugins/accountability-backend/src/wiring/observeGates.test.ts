import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { GateDecision } from 'backstage-plugin-accountability-common';
import { observeGates } from './observeGates';

const decision: GateDecision = {
  gate: 'production',
  title: 'Production',
  entityRef: 'component:default/payments',
  point: 'deploy',
  at: 0,
  outcome: 'deny',
  because: 'A rule fails.',
  rules: [],
  facts: [],
  failurePolicy: { onUnknown: 'fail', onError: 'fail', onEngineError: 'fail' },
  policy: 'digest',
  engines: [],
  evidence: '',
  repeated: false,
  dryRun: false,
};
const counted = { gate: 'production', outcome: 'deny', broken_glass: false };

describe('the metrics of gates', () => {
  it.each([
    { given: 'a decision', more: {}, gives: [[1, counted]] },
    { given: 'a dry run', more: { dryRun: true }, gives: [] },
    { given: 'one that is given again', more: { repeated: true }, gives: [] },
    {
      given: 'one past the gate',
      more: {
        outcome: 'allow' as const,
        breakGlass: { reason: '', group: '', reviewBy: 0 },
      },
      gives: [[1, { ...counted, outcome: 'allow', broken_glass: true }]],
    },
    {
      given: 'one of a gate that nobody knows, since no policy could be read',
      more: { policy: '', gate: 'made-up' },
      gives: [[1, { ...counted, gate: 'unknown' }]],
    },
  ])('count $given $gives.length times, and time it', ({ more, gives }) => {
    const metrics = metricsServiceMock.mock();
    const add = jest.fn();
    const record = jest.fn();
    metrics.createCounter.mockReturnValue({ add });
    metrics.createHistogram.mockReturnValue({ record });

    observeGates(metrics)({ ...decision, ...more }, 250);

    expect(add.mock.calls).toEqual(gives);
    expect(record).toHaveBeenCalledWith(0.25, {
      gate: more.policy === '' ? 'unknown' : 'production',
    });
  });
});
