import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGithub,
} from './__testUtils__/pollGithub';

const MINUTE = 60_000;
const somebody = { login: 'somebody', type: 'User' };
const base = {
  number: 3,
  state: 'open',
  html_url: 'https://github.com/acme/payments/security/3',
  created_at: at(-90),
  updated_at: at(-10),
  dismissed_by: somebody,
  dismissed_comment: 'somebody knows',
  assignees: [somebody],
};

/** One alert of each kind that is open, how its record is named, and how it ends. */
const kinds = [
  {
    stream: 'dependabot_alerts',
    path: '/dependabot/alerts?per_page=100&sort=updated&direction=desc',
    record: 'github:dependabot:acme/payments:3',
    alert: {
      ...base,
      security_advisory: { ghsa_id: 'GHSA-1', severity: 'high' },
    },
    end: { state: 'fixed', fixed_at: at(-10) },
    gives: 'fixed',
  },
  {
    stream: 'code_scanning_alerts',
    path: '/code-scanning/alerts?per_page=100&sort=updated&direction=desc',
    record: 'github:code-scanning:acme/payments:3',
    alert: {
      ...base,
      rule: { id: 'js/xss', severity: 'error' },
      most_recent_instance: { ref: 'refs/heads/main' },
    },
    end: {
      state: 'dismissed',
      dismissed_at: at(-10),
      dismissed_reason: "won't fix",
    },
    gives: 'dismissed',
  },
  {
    stream: 'secret_scanning_alerts',
    path: '/secret-scanning/alerts?per_page=100&sort=updated&direction=desc&hide_secret=true',
    record: 'github:secret-scanning:acme/payments:3',
    alert: {
      ...base,
      secret_type: 'adafruit_io_key',
      secret: 'the very secret',
      resolution_comment: 'somebody revoked it',
    },
    end: {
      state: 'resolved',
      resolution: 'revoked',
      resolved_at: at(-10),
      resolved_by: somebody,
    },
    gives: 'fixed',
  },
];

describe('polled alerts', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  it.each(kinds)(
    'of $stream are the records that webhooks tell of',
    async given => {
      github.answer(() => ({ body: [{ ...given.alert, ...given.end }] }));

      const steps = await github.poll(given.stream);

      const same = { record: given.record, subject: 'github:acme/payments' };
      expect(collectedIn(steps)).toMatchObject([
        {
          events: [
            { ...same, state: 'open', at: noon - 90 * MINUTE },
            { ...same, state: given.gives, at: noon - 10 * MINUTE },
          ],
        },
      ]);
      expect(github.asked()).toEqual([
        `/api/v3/repos/acme/payments${given.path}`,
      ]);
      expect(JSON.stringify(deliveriesIn(steps))).not.toMatch(
        /somebody|very secret/,
      );
    },
  );

  it.each(kinds)('of $stream that are open are open', async given => {
    github.answer(() => ({ body: [given.alert] }));

    expect(collectedIn(await github.poll(given.stream))).toMatchObject([
      { events: [{ state: 'open' }, { state: 'open' }] },
    ]);
  });

  it('are walked until those that did not change since', async () => {
    github.answer(() => ({
      body: [
        { ...kinds[0].alert, number: 4 },
        { ...kinds[0].alert, number: 3, updated_at: null, fixed_at: at(-50) },
        { ...kinds[0].alert, number: 2, updated_at: at(-61) },
      ],
      headers: { link: '</api/v3/more>; rel="next"' },
    }));

    const steps = await github.poll('dependabot_alerts');

    expect(deliveriesIn(steps).map(({ key }) => key)).toEqual([
      'acme/payments/4',
      'acme/payments/3',
    ]);
    expect(github.asked()).toHaveLength(1);
  });

  it.each([403, 404])(
    'are refused with %s where they are switched off',
    async status => {
      github.answer(() => ({
        status,
        body: { message: 'Dependabot alerts are disabled' },
      }));

      expect(await github.poll('dependabot_alerts')).toMatchObject([
        { status: 'fault', fault: { kind: 'refused', status } },
      ]);
    },
  );
});
