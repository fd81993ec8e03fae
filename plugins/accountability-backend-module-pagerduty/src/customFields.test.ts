import { ConfigReader } from '@backstage/config';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createPagerdutySource } from './createPagerdutySource';

const source = createPagerdutySource(
  ['secret'],
  new ConfigReader({
    accountability: { sources: { pagerduty: { causeField: 'cause' } } },
  }),
);

const region = { name: 'region', value: 'US' };
const cause = (value: unknown) => ({ name: 'cause', value });

const collect = (all: object[], changed: object[] = []) =>
  source.collect(
    incoming({
      body: {
        event: {
          id: '5ac64822',
          event_type: 'incident.custom_field_values.updated',
          occurred_at: '2026-11-23T12:00:00Z',
          data: {
            type: 'incident_field_values',
            incident: { id: 'PGR0VU2', type: 'incident_reference' },
            custom_fields: all,
            changed_custom_fields: changed,
          },
        },
      },
    }),
  );

describe('custom fields of incidents of PagerDuty', () => {
  it.each([
    { given: '4f1c2d9', gives: { sha: '4f1c2d9' } },
    {
      given: 'https://github.com/acme/payments/commit/4f1c2d9',
      gives: { sha: '4f1c2d9' },
    },
    {
      given: ' github:deployment:acme/payments:4711 ',
      gives: { record: 'github:deployment:acme/payments:4711' },
    },
    { given: 'v2.41.0', gives: { version: 'v2.41.0' } },
    { given: 'release 1234567', gives: { version: 'release 1234567' } },
  ])('name $gives as the cause with $given', ({ given, gives }) => {
    expect(collect([region, cause(given)], [region])).toMatchObject({
      status: 'accepted',
      events: [
        {
          record: 'pagerduty:incident:PGR0VU2',
          standIn: true,
          state: 'updated',
          cause: { by: 'machine', ...gives },
        },
      ],
    });
  });

  it.each([{ all: [region, cause(null)] }, { all: [region] }])(
    'take the cause back when its field is emptied: $all',
    ({ all }) => {
      expect(collect(all, [cause('4f1c2d9')])).toMatchObject({
        status: 'accepted',
        events: [{ cause: { by: 'machine' } }],
      });
    },
  );

  it('say nothing of the cause where another field changes', () => {
    expect(collect([region, cause(null)], [region])).toEqual({
      status: 'ignored',
      because: 'The custom field cause has no value',
    });
  });
});
