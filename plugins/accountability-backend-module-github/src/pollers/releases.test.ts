import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGithub,
} from './__testUtils__/pollGithub';

const day = 60 * 24;
const release = (given: object) => ({
  id: 9,
  tag_name: 'v1.2.3',
  name: 'Release 1.2.3',
  body: 'Thanks to somebody',
  draft: false,
  prerelease: false,
  created_at: at(-40),
  published_at: at(-30),
  author: { login: 'somebody' },
  assets: [{ download_count: 7, uploader: { login: 'somebody' } }],
  ...given,
});

describe('polled releases', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  it('are the records that webhooks tell of', async () => {
    github.answer(() => ({ body: [release({})] }));

    const steps = await github.poll('releases');

    expect(collectedIn(steps)).toMatchObject([
      {
        events: [
          {
            record: 'github:release:acme/payments:9',
            subject: 'github:acme/payments',
            at: noon - 30 * 60_000,
            version: 'v1.2.3',
          },
        ],
      },
    ]);
    expect(JSON.stringify(deliveriesIn(steps))).not.toContain('somebody');
  });

  it('are told once they are published, however long they were drafts', async () => {
    github.answer(() => ({
      body: [
        release({ id: 1, draft: true, published_at: null }),
        release({ id: 2, created_at: at(-20 * day) }),
        release({ id: 3, published_at: at(-70) }),
        release({
          id: 4,
          created_at: at(-31 * day),
          published_at: at(-31 * day),
        }),
      ],
      headers: { link: '</api/v3/more>; rel="next"' },
    }));

    const steps = await github.poll('releases');

    expect(deliveriesIn(steps).map(({ key }) => key)).toEqual([
      'acme/payments/2',
    ]);
    expect(github.asked()).toHaveLength(1);
  });
});
