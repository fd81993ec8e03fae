import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGithub,
} from './__testUtils__/pollGithub';

const somebody = { login: 'somebody', type: 'User' };
const sha = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';
const deployment = (given: object = {}) => ({
  id: 7,
  sha,
  ref: 'main',
  environment: 'live',
  production_environment: true,
  description: 'Deploy it',
  created_at: at(-30),
  updated_at: at(-20),
  payload: {},
  creator: somebody,
  ...given,
});
const status = (id: number, state: string, minutes: number) => ({
  id,
  state,
  created_at: at(minutes),
  creator: somebody,
});

describe('polled deployments', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  it('are the records that webhooks tell of, with all of their statuses and without people', async () => {
    github.answer(({ path }) =>
      path.endsWith('/statuses')
        ? { body: [status(2, 'success', -20), status(1, 'in_progress', -25)] }
        : { body: [deployment()] },
    );

    const steps = await github.poll('deployments');

    const same = {
      kind: 'deployment',
      record: 'github:deployment:acme/payments:7',
      subject: 'github:acme/payments',
      environment: 'production',
      sha,
    };
    expect(collectedIn(steps)).toMatchObject([
      { events: [{ ...same, state: 'pending', at: noon - 30 * 60_000 }] },
      {
        events: [
          {
            ...same,
            state: 'finished',
            result: 'success',
            at: noon - 20 * 60_000,
          },
        ],
      },
      { events: [{ ...same, state: 'executing', at: noon - 25 * 60_000 }] },
    ]);
    // The branch is the default one, so it is no version.
    expect(JSON.stringify(collectedIn(steps))).not.toContain('version');
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
    expect(steps).toMatchObject([{ newest: noon - 20 * 60_000 }]);
  });

  it('are asked for their statuses only where they changed', async () => {
    github.answer(({ path }) =>
      path.endsWith('/statuses')
        ? { body: [] }
        : {
            body: [
              deployment({ id: 8, updated_at: null }),
              deployment({ id: 7, updated_at: at(-90) }),
              // Asked for days ago, approved now.
              deployment({ id: 6, created_at: at(-60 * 24 * 6) }),
              deployment({ id: 5, created_at: at(-60 * 24 * 9) }),
            ],
            headers: { link: '</api/v3/more>; rel="next"' },
          },
    );

    await github.poll('deployments');

    expect(github.asked()).toEqual([
      '/api/v3/repos/acme/payments/deployments?per_page=100',
      '/api/v3/repos/acme/payments/deployments/8/statuses?per_page=100',
      '/api/v3/repos/acme/payments/deployments/6/statuses?per_page=100',
      '/api/v3/repos/acme/payments/deployments/5/statuses?per_page=100',
    ]);
  });

  it('say the same in every pass, whatever statuses came meanwhile', async () => {
    let updated = at(-20);
    github.answer(({ path }) =>
      path.endsWith('/statuses')
        ? { body: [status(1, 'queued', -20)] }
        : { body: [deployment({ updated_at: updated })] },
    );

    const first = await github.poll('deployments');
    updated = at(-10);
    const second = await github.poll('deployments');

    expect(deliveriesIn(second)).toEqual(deliveriesIn(first));
  });

  it('that were deleted meanwhile are told without statuses', async () => {
    github.answer(({ path }) =>
      path.endsWith('/statuses')
        ? { status: 404, body: { message: 'Not Found' } }
        : { body: [deployment()] },
    );

    expect(collectedIn(await github.poll('deployments'))).toMatchObject([
      { events: [{ state: 'pending' }] },
    ]);
  });

  it('go on below what was told before the quota was used up', async () => {
    let left = 2;
    github.answer(({ path }) => {
      if (!path.endsWith('/statuses')) {
        return {
          body: [-1, -2, -3].map(minutes =>
            deployment({
              id: 100 + minutes,
              created_at: at(minutes),
              updated_at: at(minutes),
            }),
          ),
        };
      }
      left -= 1;
      return left < 0
        ? { status: 429, headers: { 'retry-after': '0' } }
        : { body: [] };
    });

    const first = await github.poll('deployments');
    left = 10;
    const [page] = first;
    const cursor = page.status === 'page' ? page.next : undefined;
    const second = await github.poll('deployments', { cursor });

    expect(deliveriesIn(first).map(({ key }) => key)).toEqual([
      'acme/payments/99',
      'acme/payments/98',
    ]);
    expect(first[1]).toMatchObject({ fault: { kind: 'limited' } });
    expect(deliveriesIn(second).map(({ key }) => key)).toEqual([
      'acme/payments/98',
      'acme/payments/97',
    ]);
  });

  it('are not asked for again where nothing changed', async () => {
    github.answer(({ headers }) =>
      headers['if-none-match'] === 'W/"1"'
        ? { status: 304 }
        : { body: [], headers: { etag: 'W/"1"' } },
    );

    const [first] = await github.poll('deployments');
    const etag = first.status === 'page' ? first.etag : undefined;

    expect(etag).toBe('W/"1"');
    expect(await github.poll('deployments', { etag })).toEqual([
      { status: 'page', deliveries: [], etag },
    ]);
  });
});
