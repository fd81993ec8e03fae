import { UploadExample } from '../UploadExample';
import { uploadHeaders } from '../uploadHeaders';

/** Two objectives, of which one was measured and has some of its error budget left. */
export const sloDocument = {
  tool: 'sloth',
  policy: 'https://wiki.example.org/payments/error-budget-policy',
  objectives: [
    {
      name: 'availability',
      target: 0.999,
      attained: 0.9995,
      budgetRemaining: 0.5,
      window: '28d',
    },
    { name: 'latency', target: 0.99, attained: null },
  ],
};

/** Five checks, of which one fails and one does not apply. */
export const instrumentationDocument = {
  tool: 'otel-lint',
  checks: {
    'service.name': 'pass',
    traces: 'pass',
    red_metrics: 'pass',
    log_schema: 'fail',
    runbook_per_alert: 'not-applicable',
  },
};

const headers = uploadHeaders({
  sha: undefined,
  branch: undefined,
  'default-branch': undefined,
  at: '2026-11-20T10:00:00Z',
});

/** How a service stands, whatever its commit. */
export const standingExamples: UploadExample[] = [
  { source: 'slo', name: 'two objectives', headers, body: sloDocument },
  {
    source: 'instrumentation',
    name: 'five checks',
    headers,
    body: instrumentationDocument,
  },
];
