import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { changesRouteRef } from '../../../routes';
import { ServiceChangesLink } from './ServiceChangesLink';

const link = (
  <ServiceChangesLink entityRef="component:default/ledger" title="Ledger" />
);

describe('ServiceChangesLink', () => {
  it('leads to the changes of the service', async () => {
    renderInTestApp(link, {
      mountedRoutes: { '/changes/:kind/:namespace/:name': changesRouteRef },
    });

    expect(
      await screen.findByRole('link', { name: 'changes of Ledger' }),
    ).toHaveAttribute('href', '/changes/component/default/ledger');
  });

  it('is not there where the app left the page out', async () => {
    renderInTestApp(
      <>
        <p>a service</p>
        {link}
      </>,
    );

    expect(await screen.findByText('a service')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
