import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
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
    {
      given: 'one without what decides',
      more: { engineError: 'OPA does not answer' },
      gives: [[1, counted]],
    },
  ])('count $given $gives.length times, and time it', ({ more, gives }) => {
    const metrics = metricsServiceMock.mock();
    const add = jest.fn();
    const addError = jest.fn();
    const record = jest.fn();
    metrics.createCounter.mockImplementation(name => ({
      add: name === 'accountability.gate.decisions' ? add : addError,
    }));
    metrics.createHistogram.mockReturnValue({ record });

    const tracing = tracingServiceMock.mock();
    observeGates({ metrics, tracing }).onDecision(
      { ...decision, ...more },
      250,
    );

    const counts = add.mock.calls.filter(([count]) => count > 0);
    expect(counts).toEqual(gives);
    const errors = addError.mock.calls.filter(([count]) => count > 0);
    expect(errors).toHaveLength('engineError' in more ? 1 : 0);
    expect(record).toHaveBeenCalledWith(0.25, {
      gate: 'policy' in more ? 'unknown' : 'production',
    });
  });
});
