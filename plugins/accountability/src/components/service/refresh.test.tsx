import { act, screen } from '@testing-library/react';
import {
  FakeAccountabilityApi,
  FakeSignalApi,
  renderPage,
} from '../../__testUtils__';
import { rollupResponse } from '../../fixtures';
import { TeamPage } from '../team';
import { ServicePage } from './ServicePage';

const pay = 'component:default/payments-api';
const elsewhere = 'component:default/elsewhere';

/** Times something was asked, once a signal had its time; sooner than a page polls. */
async function countAsked(
  api: FakeAccountabilityApi,
  what: 'scorecard' | 'rollup',
) {
  await act(async () => {
    await new Promise(resolve => setTimeout(resolve, 1200));
  });
  return api.asked.filter(asked => asked.what === what).length;
}

describe('a page that is open', () => {
  it.each([
    { given: 'its service', entityRef: pay, gives: 2 },
    { given: 'another service', entityRef: elsewhere, gives: 1 },
  ])(
    'of a service is read $gives times after an assessment of $given',
    async ({ entityRef, gives }) => {
      const api = new FakeAccountabilityApi();
      const signals = new FakeSignalApi();
      renderPage(<ServicePage entityRef={pay} />, { api, signals });
      await screen.findByRole('region', { name: 'Verdict' });

      signals.send({ entityRefs: [entityRef] });

      expect(await countAsked(api, 'scorecard')).toBe(gives);
    },
  );

  it('of a past instant is not read again', async () => {
    const api = new FakeAccountabilityApi();
    const signals = new FakeSignalApi();
    renderPage(<ServicePage entityRef={pay} />, {
      api,
      signals,
      path: '/?at=2026-10-01T00:00:00Z',
    });
    await screen.findByRole('region', { name: 'Verdict' });

    signals.send({ many: true });

    expect(await countAsked(api, 'scorecard')).toBe(1);
  });

  it.each([
    { given: 'a service of it', entityRef: pay, gives: 2 },
    { given: 'another service', entityRef: elsewhere, gives: 1 },
    {
      given: 'any service, where it has more than it shows',
      entityRef: elsewhere,
      nextCursor: 'next',
      gives: 2,
    },
  ])(
    'of a team is read $gives times after an assessment of $given',
    async ({ entityRef, nextCursor, gives }) => {
      const api = new FakeAccountabilityApi({
        rollup: rollupResponse({ nextCursor }),
      });
      const signals = new FakeSignalApi();
      renderPage(<TeamPage groupRef="group:default/payments-core" />, {
        api,
        signals,
      });
      await screen.findByRole('region', { name: 'Verdict' });

      signals.send({ entityRefs: [entityRef] });

      expect(await countAsked(api, 'rollup')).toBe(gives);
    },
  );
});
