import { AccountabilityClient } from './AccountabilityClient';

function clientOf(answer: () => Response) {
  const asked: string[] = [];
  const client = new AccountabilityClient({
    baseUrl: 'plugin://accountability',
    fetch: async input => {
      asked.push(String(input));
      return answer();
    },
  });
  return { client, asked };
}

describe('AccountabilityClient', () => {
  it('asks for the past as an ISO instant', async () => {
    const { client, asked } = clientOf(() => Response.json({}));

    await client.getScorecard('component:default/payments', {
      at: Date.UTC(2026, 9, 1),
    });

    expect(asked).toEqual([
      'plugin://accountability/services/component/default/payments/scorecard?at=2026-10-01T00%3A00%3A00.000Z',
    ]);
  });

  it('escapes each part of a ref', async () => {
    const { client, asked } = clientOf(() => Response.json({}));

    await client.getRollup('group:default/a?b');

    expect(asked).toEqual([
      'plugin://accountability/teams/group/default/a%3Fb/rollup',
    ]);
  });

  it('escapes the slashes and colons of a record id', async () => {
    const { client, asked } = clientOf(() => Response.json({}));
    const record = 'github:deployment:acme/payments:42';

    await client.getDeployment('component:default/payments', record);
    await client.getIncident('component:default/payments', record, { at: 0 });
    await client.decideCause('component:default/payments', record, {
      cause: null,
      reason: 'a cable was cut',
    });
    await client.withdrawCause('component:default/payments', record, {
      reason: 'it was not',
    });

    const service =
      'plugin://accountability/services/component/default/payments';
    const id = 'github%3Adeployment%3Aacme%2Fpayments%3A42';
    expect(asked).toEqual([
      `${service}/deployments/${id}`,
      `${service}/incidents/${id}?at=1970-01-01T00%3A00%3A00.000Z`,
      `${service}/incidents/${id}/cause`,
      `${service}/incidents/${id}/cause/withdrawal`,
    ]);
  });

  it('asks for a metric by window and environment, and of a past instant', async () => {
    const { client, asked } = clientOf(() => Response.json({}));

    await client.getMetric('component:default/payments', 'pipeline.queue_p95', {
      window: 90,
      environment: 'staging',
      at: 0,
    });

    expect(asked).toEqual([
      'plugin://accountability/services/component/default/payments/metrics/pipeline.queue_p95?window=90&environment=staging&at=1970-01-01T00%3A00%3A00.000Z',
    ]);
  });

  it('asks for days told again, and for the attribution window', async () => {
    const { client, asked } = clientOf(() => Response.json({}));
    const instant = '1970-01-01T00%3A00%3A00.000Z';

    await client.getRevisions('component:default/payments', 'a.fact', {
      from: 0,
      to: 0,
      at: 0,
    });
    await client.getAttributionWindow('component:default/payments');
    await client.getAttributionWindow('component:default/payments', { at: 0 });

    const service =
      'plugin://accountability/services/component/default/payments';
    expect(asked).toEqual([
      `${service}/facts/a.fact/revisions?from=${instant}&to=${instant}&at=${instant}`,
      `${service}/attribution-window`,
      `${service}/attribution-window?at=${instant}`,
    ]);
  });

  it('asks for attestations by service and by group, and attests', async () => {
    const { client, asked } = clientOf(() => Response.json({}));

    await client.getAttestation('component:default/payments');
    await client.attest('component:default/payments', { verdict: 'confirmed' });
    await client.getAttestations('group:default/a?b', { cursor: 'c' });

    const service =
      'plugin://accountability/services/component/default/payments';
    expect(asked).toEqual([
      `${service}/attestation`,
      `${service}/attestation`,
      'plugin://accountability/groups/default/a%3Fb/attestations?cursor=c',
    ]);
  });

  it('throws the error that the server names', async () => {
    const { client } = clientOf(() =>
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'not yours' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      ),
    );

    const answer = client.getUnowned();

    await expect(answer).rejects.toMatchObject({
      statusCode: 403,
      body: { error: { message: 'not yours' } },
    });
  });
});
