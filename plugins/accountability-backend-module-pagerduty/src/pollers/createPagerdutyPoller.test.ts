import { ConfigReader } from '@backstage/config';
import {
  Clock,
  Poller,
  PolledPage,
  PollStep,
} from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createPagerdutySource } from '../createPagerdutySource';
import {
  FakeHost,
  FakeReply,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';
import { createPagerdutyPoller } from './createPagerdutyPoller';

const noon = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const at = (minute: number) => new Date(noon + minute * MINUTE).toISOString();

const somebody = { id: 'PUSER', type: 'user_reference', summary: 'somebody' };
const incident = {
  id: 'PPAYDOWN',
  type: 'incident',
  summary: '[#7] Payments are down',
  title: 'Payments are down',
  html_url: 'https://acme.pagerduty.com/incidents/PPAYDOWN',
  created_at: at(0),
  service: { id: 'PSHOP', type: 'service_reference' },
  assignments: [{ assignee: somebody }],
  priority: { id: 'PPRIO', summary: 'P1' },
  urgency: 'high',
  resolve_reason: null,
};
const entry = (type: string, minute: number, more: object = {}) => ({
  id: `${type}@${minute}`,
  type: `${type}_log_entry`,
  created_at: at(minute),
  agent: somebody,
  incident,
  ...more,
});
const change = {
  id: 'CH1',
  type: 'change_event',
  timestamp: at(3),
  summary: 'Deploy 4711',
  services: [{ id: 'PSHOP' }, { id: 'PPAY' }],
  links: [{ href: 'not a link' }, { href: 'https://ci.example.org/4711' }],
  custom_details: { by: 'somebody' },
};

describe('the poller of PagerDuty', () => {
  let host: FakeHost;
  let reply: (query: URLSearchParams) => FakeReply;
  beforeEach(async () => {
    host = await startFakeHost(({ query }) => reply(query));
  });
  afterEach(() => host.close());

  const clock: Clock = {
    now: () => noon,
    sleep: async () => {},
    timeout: () => new AbortController().signal,
  };
  const configOf = (poll: object | undefined) =>
    new ConfigReader({ accountability: { sources: { pagerduty: { poll } } } });
  function pollerOf(given: object = {}): Poller {
    const poll = { token: 't0ken', apiBaseUrl: host.url, ...given };
    const made = createPagerdutyPoller({ config: configOf(poll), clock });
    if (!made || 'because' in made) throw new Error('There is no poller');
    return made;
  }
  async function pollAll(
    stream: string,
    given: { from?: number; cursor?: string; poller?: Poller } = {},
  ): Promise<PollStep[]> {
    const { poller = pollerOf(), from = noon - 10 * MINUTE, cursor } = given;
    const steps: PollStep[] = [];
    const found = poller.streams.find(({ id }) => id === stream);
    for await (const step of found?.poll({
      subject: '',
      from,
      startedAt: noon,
      cursor,
      signal: new AbortController().signal,
    }) ?? []) {
      steps.push(step);
    }
    return steps;
  }
  const pages = (steps: PollStep[]): PolledPage[] =>
    steps.flatMap(step => (step.status === 'page' ? [step] : []));
  const deliveriesIn = (steps: PollStep[]) =>
    pages(steps).flatMap(({ deliveries }) => deliveries);
  /** What the source's collectors make of what was fetched. */
  const collected = (steps: PollStep[]) => {
    const source = createPagerdutySource(['s']);
    return deliveriesIn(steps).map(({ headers, payload }) =>
      source.collect(incoming({ headers, body: payload })),
    );
  };

  it('asks for log entries with their incidents, with its token', async () => {
    reply = () => ({ body: { log_entries: [], more: false } });

    const steps = await pollAll('incidents');

    expect(steps).toEqual([
      { status: 'page', deliveries: [], newest: noon, next: undefined },
    ]);
    expect(host.requests).toHaveLength(1);
    expect(host.requests[0].headers.authorization).toBe('Token token=t0ken');
    expect(Object.fromEntries(host.requests[0].query)).toEqual({
      'include[]': 'incidents',
      since: at(-10),
      until: at(0),
      limit: '100',
      offset: '0',
    });
  });

  it('tells of an incident as the webhooks do, without people', async () => {
    reply = () => ({
      body: {
        more: false,
        log_entries: [
          entry('trigger', 0),
          entry('priority_change', 1),
          entry('acknowledge', 2),
          entry('unacknowledge', 3),
          entry('resolve', 4),
          entry('reopen', 5),
          entry('urgency_change', 6),
          entry('escalate', 7),
        ],
      },
    });

    const steps = await pollAll('incidents');

    expect(collected(steps)).toMatchObject(
      [
        { state: 'triggered', at: noon },
        { state: 'updated', at: noon + MINUTE },
        { state: 'acknowledged', at: noon + 2 * MINUTE },
        { state: 'triggered', at: noon + 3 * MINUTE },
        { state: 'resolved', at: noon + 4 * MINUTE },
        { state: 'reopened', at: noon + 5 * MINUTE },
        { state: 'updated', at: noon + 6 * MINUTE },
        {
          state: 'updated',
          at: noon + 7 * MINUTE,
          response: { step: 'escalated' },
        },
      ].map(event => ({
        status: 'accepted',
        events: [
          {
            record: 'pagerduty:incident:PPAYDOWN',
            subject: 'pagerduty:PSHOP',
            title: 'Payments are down',
            severity: 'P1',
            openedAt: noon,
            ...event,
          },
        ],
      })),
    );
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });

  it('says into which incident one was merged', async () => {
    const merged = {
      ...incident,
      resolve_reason: {
        type: 'merge_resolve_reason',
        incident: { id: 'POTHER', type: 'incident_reference' },
      },
    };
    reply = () => ({
      body: { log_entries: [entry('resolve', 4, { incident: merged })] },
    });

    expect(collected(await pollAll('incidents'))).toMatchObject([
      { events: [{ mergedInto: 'pagerduty:incident:POTHER' }] },
    ]);
  });

  it('leaves out what says nothing about an incident', async () => {
    reply = () => ({
      body: {
        log_entries: [
          entry('notify', 0),
          entry('annotate', 1),
          entry('responder_request', 2),
          entry('trigger', 3, { incident: { id: 'PGONE' } }),
          entry('trigger', 3, { incident: null }),
        ],
      },
    });

    expect(deliveriesIn(await pollAll('incidents'))).toEqual([]);
  });

  it('tells of change events as deployments of which neither environment nor result is known', async () => {
    reply = () => ({
      body: {
        change_events: [change, { ...change, id: 'CH2', services: [] }],
        more: false,
      },
    });

    const steps = await pollAll('change_events');

    expect(collected(steps)).toEqual([
      {
        status: 'accepted',
        events: ['PSHOP', 'PPAY'].map(id => ({
          kind: 'deployment',
          record: `pagerduty:deployment:CH1:${id}`,
          subject: `pagerduty:${id}`,
          at: noon + 3 * MINUTE,
          state: 'finished',
          title: 'Deploy 4711',
          url: 'https://ci.example.org/4711',
        })),
      },
      { status: 'ignored', because: expect.stringContaining('no service') },
    ]);
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });

  it('walks day after day from the oldest on, and each to its end', async () => {
    reply = query => ({
      body: {
        log_entries: [],
        more:
          query.get('offset') === '0' &&
          query.get('since') === new Date(noon - DAY).toISOString(),
      },
    });

    const steps = await pollAll('incidents', { from: noon - 2.5 * DAY });

    expect(
      host.requests.map(({ query }) => [
        (Date.parse(query.get('since') ?? '') - noon) / DAY,
        (Date.parse(query.get('until') ?? '') - noon) / DAY,
        query.get('offset'),
      ]),
    ).toEqual([
      [-2.5, -1.5, '0'],
      [-1.5, -0.5, '0'],
      [-0.5, 0, '0'],
    ]);
    expect(pages(steps).map(({ newest }) => newest)).toEqual([
      undefined,
      undefined,
      noon,
    ]);
  });

  it('halves a day of more than PagerDuty lists', async () => {
    const crowded = (query: URLSearchParams) =>
      Date.parse(query.get('until') ?? '') -
        Date.parse(query.get('since') ?? '') >
      DAY / 2;
    reply = query => ({ body: { log_entries: [], more: crowded(query) } });

    await pollAll('incidents', { from: noon - DAY });

    const asked = host.requests.map(({ query }) => query);
    expect(Math.max(...asked.map(query => Number(query.get('offset'))))).toBe(
      9900,
    );
    expect(asked.slice(-2).map(query => query.get('since'))).toEqual([
      new Date(noon - DAY).toISOString(),
      new Date(noon - DAY / 2).toISOString(),
    ]);
  });

  it('goes on where a page said, and from the start where that cannot be read', async () => {
    reply = ({}) => ({ body: { log_entries: [], more: false } });
    const cursor = JSON.stringify({
      since: noon - MINUTE,
      until: noon,
      offset: 300,
    });

    await pollAll('incidents', { cursor });
    await pollAll('incidents', { cursor: 'nonsense' });

    expect(host.requests.map(({ query }) => query.get('offset'))).toEqual([
      '300',
      '0',
    ]);
  });

  it.each<{ given: string; reply: FakeReply; gives: object }>([
    {
      given: 'a limit',
      reply: { status: 429, headers: { 'ratelimit-reset': '30' } },
      gives: { kind: 'limited' },
    },
    {
      given: 'a wrong token',
      reply: { status: 401, body: { error: { message: 'Unauthorized' } } },
      gives: { kind: 'refused', status: 401 },
    },
    {
      given: 'another shape',
      reply: { body: { log_entries: 'none' } },
      gives: { kind: 'unreadable' },
    },
    { given: 'no answer', reply: 'cut', gives: { kind: 'unreachable' } },
  ])('ends with a fault at $given', async given => {
    reply = () => given.reply;

    expect(await pollAll('incidents')).toMatchObject([
      { status: 'fault', fault: given.gives },
    ]);
  });

  it.each([
    { given: 'no block', poll: undefined, gives: undefined },
    {
      given: 'no token',
      poll: { enabled: true },
      gives: { because: expect.stringContaining('poll.token is missing') },
    },
  ])('is off with $given', ({ poll, gives }) => {
    expect(createPagerdutyPoller({ config: configOf(poll) })).toEqual(gives);
  });

  it('polls the streams that are chosen', () => {
    expect(
      pollerOf({ streams: ['change_events'] }).streams.map(({ id }) => id),
    ).toEqual(['change_events']);
  });
});
