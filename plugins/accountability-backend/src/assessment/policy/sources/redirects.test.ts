import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { startFakeHost } from 'backstage-plugin-accountability-node/testUtils';
import { readUrlLocation } from './readUrlLocation';

type Host = Awaited<ReturnType<typeof startFakeHost>>;

describe('a host of policy', () => {
  let other: Host;
  let location: string;
  let host: Host;
  beforeEach(async () => {
    other = await startFakeHost(() => ({ body: 'kind: Scorecard' }));
    host = await startFakeHost(({ path }) =>
      path === '/policy/ready.yaml'
        ? { status: 302, headers: { location } }
        : { body: 'kind: Scorecard' },
    );
  });
  afterEach(async () => {
    await host.close();
    await other.close();
  });

  const read = () => {
    const reader = UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig({
        data: {
          backend: {
            reading: {
              allow: [{ host: new URL(host.url).host, paths: ['/policy/'] }],
            },
          },
        },
      }),
    });
    const target = `${host.url}/policy/ready.yaml`;
    return readUrlLocation(
      { type: 'url', target, location: target },
      { reader },
    );
  };

  it('may lead on to what backend.reading.allow names', async () => {
    location = '/policy/newer.yaml';

    expect(await read()).toMatchObject({ status: 'read' });
  });

  it.each([
    { given: 'another host', to: () => `${other.url}/policy/ready.yaml` },
    { given: 'another part of it', to: () => '/admin/ready.yaml' },
    { given: 'a path that climbs out', to: () => '/policy/../admin/x.yaml' },
    { given: 'a file', to: () => 'file:///etc/passwd' },
  ])('leads to nothing else, such as $given', async ({ to }) => {
    location = to();

    expect(await read()).toMatchObject({ status: 'failed' });
    expect(other.requests).toEqual([]);
    expect(host.requests).toHaveLength(1);
  });
});
