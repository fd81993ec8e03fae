import { seed } from './seed';

const root = '/.backstage/actions/v1/actions';
const { payments: service, candidate } = seed;
const group = 'group:default/checkout';

/** What actions are called with, by the rows of their table. */
const inputs: Record<string, object> = {
  'get-scorecard': { service },
  'explain-check': { service, scorecard: 'ready', check: 'quiet' },
  'list-team-risks': { group },
  'list-exemptions': {},
  'dry-run-policy': { service, policy: candidate },
  'dry-run-policy: of a group': { group, policy: candidate },
  'ask-gate': { gate: 'production', service },
  'ask-gate: written down': {
    ...{ gate: 'production', service },
    ...{ dryRun: false, idempotencyKey: 'the matrix' },
  },
  // Wrong: it would hold for far too long.
  'request-exemption': {
    ...{ scorecard: 'ready', check: 'quiet', subject: service },
    reason: 'It is being moved elsewhere',
    expiresAt: '2999-01-01T00:00:00Z',
  },
};

/** How an action is called, and where those that a caller sees are listed. */
export function actionCall(tried: string) {
  const [name] = tried.split(': ');
  return {
    list: root,
    name,
    path: `${root}/accountability:${name}/invoke`,
    input: inputs[tried],
  };
}
