import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

const headers = { 'content-type': 'application/json' };

const first = 'a'.repeat(40);
const second = 'b'.repeat(40);

/** An entry of the history; `somebody` stands where a template other than ours would send people. */
function deployed(revision: string, clock: string) {
  return {
    id: 3,
    revision,
    deployStartedAt: `2026-11-23T${clock}:00Z`,
    deployedAt: `2026-11-23T${clock}:07Z`,
    initiatedBy: { username: 'somebody' },
  };
}

function operation(revision: string, clock: string, given: object) {
  return {
    message: null,
    startedAt: `2026-11-23T${clock}:00Z`,
    finishedAt: null,
    dryRun: null,
    partial: false,
    revision,
    revisions: null,
    images: [],
    initiatedBy: { username: 'somebody' },
    ...given,
  };
}

function application(name: string, given: object) {
  return {
    name,
    headers,
    body: {
      type: 'application',
      url: 'https://argocd.acme.example/applications/argocd/payments',
      environment: 'production',
      metadata: {
        uid: '3f0c9a52-6a3e-4a0e-9c1b-0c7d0f1f7a11',
        name: 'payments',
        namespace: 'argocd',
      },
      project: 'default',
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'payments',
      },
      operation: null,
      history: [],
      ...given,
    },
  };
}

const history = [deployed(first, '09:00')];

/** Notifications of Argo CD over the life of some deployments, and odd ones. */
export const exampleDeliveries: ExampleDelivery[] = [
  application('a first sync runs', {
    operation: operation('', '09:00', { phase: 'Running' }),
  }),
  application('it succeeds', {
    operation: operation(first, '09:00', {
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      finishedAt: '2026-11-23T09:00:08Z',
      images: ['ghcr.io/acme/payments:1.4.0'],
    }),
    history,
  }),
  application('a second one fails', {
    operation: operation(second, '10:00', {
      phase: 'Failed',
      message: 'one or more objects failed to apply',
      finishedAt: '2026-11-23T10:00:08Z',
    }),
    history,
  }),
  application('a third one is tried again', {
    operation: operation(second, '11:00', {
      phase: 'Running',
      message: 'Retrying attempt #1',
      finishedAt: '2026-11-23T11:00:08Z',
    }),
    history,
  }),
  application('a third one is terminated by somebody', {
    operation: operation(second, '11:00', {
      phase: 'Failed',
      message: 'Operation terminated',
      finishedAt: '2026-11-23T11:05:00Z',
    }),
    history,
  }),
  application('a roll-back is known by the history alone', {
    operation: operation(second, '13:00', { phase: 'Running' }),
    history: [...history, deployed(second, '12:00'), deployed(first, '12:30')],
  }),
  application('an application of several sources', {
    metadata: { uid: 'u-2', name: 'ledger', namespace: 'apps' },
    environment: null,
    operation: operation('', '09:30', {
      phase: 'Error',
      revisions: ['2.4.1', second],
      finishedAt: '2026-11-23T09:30:02Z',
    }),
    history: null,
  }),
  application('a trial', {
    operation: operation(first, '14:00', { phase: 'Succeeded', dryRun: true }),
  }),
  application('a self-heal', {
    operation: operation(first, '15:00', { phase: 'Succeeded', partial: true }),
  }),
  application('an application that was never synced', {}),
  { name: 'another template', headers, body: { text: 'payments is synced' } },
];
