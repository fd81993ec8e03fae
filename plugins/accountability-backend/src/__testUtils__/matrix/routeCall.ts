import { createHmac } from 'node:crypto';
import { seed } from './seed';
import { startMatrix } from './startMatrix';

/** One way to call a route. */
export interface RouteCall {
  method: string;
  /** Path and query, without the root of the API. */
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

type Ids = Awaited<ReturnType<typeof startMatrix>>['ids'];
type Sent = Omit<RouteCall, 'method' | 'path'> & { query?: object };

const record = '/services/{kind}/{namespace}/{name}/incidents/{record}';
const reason = 'The disk was full all day';
const asked = { entityRef: seed.payments };

/** What is sent with rows of the table; what is wrong on purpose says so. */
const sent: Record<string, Sent> = {
  'get /services/{kind}/{namespace}/{name}/scorecard: of the past': {
    query: { at: new Date(Date.now() - 60_000).toISOString() },
  },
  'get /services/{kind}/{namespace}/{name}/evidence: of a fact': {
    query: { fact: 'reliability.incidents' },
  },
  'get /services/{kind}/{namespace}/{name}/evidence: of a record': {
    query: { record: seed.deployment },
  },
  'get /services/{kind}/{namespace}/{name}/evidence: of a record, of one it broke':
    { query: { record: seed.broken } },
  [`post ${record}/cause`]: { body: { cause: null, reason } },
  [`post ${record}/cause: a preview`]: {
    body: { cause: null, reason, preview: true },
  },
  // Wrong: the reason is too short.
  [`post ${record}/cause/withdrawal`]: { body: { reason: 'No' } },
  'post /services/{kind}/{namespace}/{name}/attestation': {
    body: { verdict: 'confirmed' },
  },
  // Wrong: there is no such source.
  'post /replays': { body: { source: 'nowhere' } },
  'post /deliveries/{source}: of our own': { body: seed.events },
  'post /deliveries/{source}: signed': signed('gh'),
  'post /deliveries/{source}: signed with another secret': signed('other'),
  // Wrong: it is larger than a candidate may be.
  'post /backtests': { body: { policy: `#${' '.repeat(300 * 1024)}` } },
  'post /campaigns': { body: seed.campaign },
  'put /campaigns/{id}': { body: seed.campaign },
  // Wrong: it is a draft, which was never active.
  'post /campaigns/{id}/state': { body: { state: 'ended' } },
  'get /exemptions: of the service': { query: { subject: seed.payments } },
  // Wrong: it would hold for far too long.
  'post /exemptions': {
    body: { ...seed.exemption('quiet'), expiresAt: '2999-01-01T00:00:00Z' },
  },
  'post /exemptions/{id}/decision': { body: { verdict: 'approved' } },
  // Wrong: the reason is too short.
  'post /exemptions/{id}/revocation': { body: { reason: 'No' } },
  'post /gates/{gate}/decisions': { body: asked },
  'post /gates/{gate}/decisions: a dry run': {
    body: { ...asked, dryRun: true },
  },
  'post /gates/{gate}/decisions: to go past it': {
    body: { ...asked, breakGlass: { reason } },
  },
  'get /decisions: of the service': { query: { service: seed.payments } },
  // Wrong: the remarks are too short.
  'post /decisions/{id}/review': { body: { remarks: 'Fine' } },
  'get /scorecards/{scorecard}/services: as CSV': { query: { format: 'csv' } },
  'get /standings: of the service': { query: { entityRefs: seed.payments } },
};

/** A delivery as its sender signs it. */
function signed(secret: string): Sent {
  const body = { zen: 'Keep it logically awesome.' };
  const hmac = createHmac('sha256', secret).update(JSON.stringify(body));
  return {
    body,
    headers: {
      'x-github-event': 'ping',
      'x-hub-signature-256': `sha256=${hmac.digest('hex')}`,
    },
  };
}

/** What stands at the places of a path, the first whose beginning fits. */
function placesOf(path: string, ids: Ids): Record<string, string> {
  const group = { kind: 'group', namespace: 'default', name: 'checkout' };
  const service = { ...group, kind: 'component', name: 'payments' };
  const byBeginning: Record<string, Record<string, string>> = {
    [record]: { ...service, record: seed.incident },
    '/services': {
      ...service,
      record: seed.deployment,
      fact: 'reliability.incidents',
    },
    '/teams': group,
    '/groups': group,
    '/replays': { id: ids.replay },
    '/backtests': { id: ids.backtest },
    '/campaigns': { id: ids.campaign },
    '/exemptions/{id}/revocation': { id: ids.toRevoke },
    '/exemptions': { id: ids.toDecide },
    '/decisions': { id: ids.broken },
    '/gates': { gate: 'production' },
    '/scorecards': { scorecard: 'ready' },
  };
  const fits = Object.keys(byBeginning).find(one => path.startsWith(one));
  return fits === undefined ? {} : byBeginning[fits];
}

/** The call of a row of the table of routes. */
export function routeCall(tried: string, ids: Ids): RouteCall {
  const [method, path] = tried.split(': ')[0].split(' ');
  const { query = {}, ...rest } = sent[tried] ?? {};
  const places = {
    ...placesOf(path, ids),
    ...(tried.endsWith('of one it broke') && {
      name: 'ledger',
      record: seed.broken,
    }),
    source: tried.includes('signed') ? 'github' : 'generic',
  };
  const filled = Object.entries(places).reduce(
    (so, [place, value]) => so.replace(`{${place}}`, encodeURIComponent(value)),
    path,
  );
  const search = new URLSearchParams(Object.entries(query));
  return {
    method,
    path: search.size > 0 ? `${filled}?${search}` : filled,
    ...rest,
  };
}
