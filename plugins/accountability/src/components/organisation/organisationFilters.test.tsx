import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { FakeAccountabilityApi, renderPage } from '../../__testUtils__';
import {
  emptyOrganisation,
  organisationResponse,
  organisationRows,
} from '../../fixtures';
import { OrganisationPage } from './OrganisationPage';

function Address() {
  const { search } = useLocation();
  return <output>{decodeURIComponent(search)}</output>;
}

const page = (
  <>
    <OrganisationPage />
    <Address />
  </>
);

/** One group, since a page with all of them takes its time to search. */
const small = (rest: Parameters<typeof emptyOrganisation>[0] = {}) =>
  new FakeAccountabilityApi({
    organisation: emptyOrganisation({
      services: 24,
      rows: organisationRows.slice(0, 1),
      choices: organisationResponse().choices,
      ...rest,
    }),
  });

const address = () =>
  screen.getAllByRole('status').find(each => each.tagName === 'OUTPUT');

const asked = (api: FakeAccountabilityApi) =>
  api.asked
    .filter(({ what }) => what === 'organisation')
    .map(({ options }) => options);

describe('filters of the organisation', () => {
  it('are read from the address', async () => {
    const api = small();
    renderPage(page, {
      api,
      path: '/?group=group:default/x&system=system:default/payments&domain=domain:default/d&lifecycle=production&tag=java&other=1',
    });
    await screen.findByRole('group', { name: 'Which services' });

    expect(asked(api)[0]).toEqual({
      group: 'group:default/x',
      system: 'system:default/payments',
      domain: 'domain:default/d',
      lifecycle: 'production',
      tag: 'java',
    });
  });

  it('are written to the address when one is chosen', async () => {
    const user = userEvent.setup();
    const api = small();
    renderPage(page, { api });
    const filters = await screen.findByRole('group', {
      name: 'Which services',
    });

    await user.click(
      within(filters).getByRole('button', { name: /Lifecycle/ }),
    );
    await user.click(
      await screen.findByRole('option', { name: 'experimental' }),
    );

    await waitFor(() =>
      expect(address()).toHaveTextContent('?lifecycle=experimental'),
    );
    expect(asked(api)).toContainEqual({ lifecycle: 'experimental' });
  });

  it('are all taken out at once', async () => {
    const user = userEvent.setup();
    renderPage(page, {
      api: small(),
      path: '/?group=group:default/x&tag=java',
    });

    await user.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );

    await waitFor(() => expect(address()).toHaveTextContent(/^\??$/));
    expect(
      screen.queryByRole('button', { name: 'Clear filters' }),
    ).not.toBeInTheDocument();
  });

  it('narrow to a group by its name, and keep the others', async () => {
    const user = userEvent.setup();
    renderPage(page, { api: small(), path: '/?tag=java' });

    await user.click(await screen.findByRole('link', { name: 'Commerce' }));

    await waitFor(() =>
      expect(address()).toHaveTextContent(
        '?tag=java&group=group:default/commerce',
      ),
    );
  });

  it('widen to a group above by its crumb', async () => {
    const api = small({
      group: { groupRef: 'group:default/payments', title: 'Payments' },
      above: [{ groupRef: 'group:default/commerce', title: 'Commerce' }],
    });
    renderPage(page, { api, path: '/?group=group:default/payments' });

    const crumbs = await screen.findByRole('navigation', {
      name: 'Groups above',
    });

    const links = within(crumbs).getAllByRole('link');
    expect(links.map(link => link.textContent)).toEqual([
      'All services',
      'Commerce',
    ]);
    expect(links[1]).toHaveAttribute(
      'href',
      '/?group=group%3Adefault%2Fcommerce',
    );
  });
});
