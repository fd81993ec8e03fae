import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { changesRouteRef } from '../../routes';
import { ChangesLink } from '.';

const REF = 'Component:default/payments-api';
const page = '/accountability/changes/component/default/payments-api';

describe('ChangesLink', () => {
  it.each([
    { given: 'now', at: undefined, gives: page },
    {
      given: 'a past instant',
      at: Date.UTC(2026, 9, 1),
      gives: `${page}?at=2026-10-01T00:00:00.000Z`,
    },
  ])('leads to the changes of the service as of $given', async row => {
    renderInTestApp(<ChangesLink entityRef={REF} at={row.at} />, {
      mountedRoutes: {
        '/accountability/changes/:kind/:namespace/:name': changesRouteRef,
      },
    });

    expect(
      await screen.findByRole('link', { name: /^Its changes/ }),
    ).toHaveAttribute('href', row.gives);
  });

  it('is not there where the app left the page out', async () => {
    renderInTestApp(
      <>
        <p>the service</p>
        <ChangesLink entityRef={REF} />
      </>,
    );

    expect(await screen.findByText('the service')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
