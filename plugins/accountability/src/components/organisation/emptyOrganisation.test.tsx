import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import {
  emptyOrganisation,
  organisationCells,
  organisationResponse,
  organisationRows,
  sourceHealth,
  sourcesResponse,
} from '../../fixtures';
import { OrganisationPage } from './OrganisationPage';

const page = <OrganisationPage />;

const render = (
  answers: ConstructorParameters<typeof FakeAccountabilityApi>[0],
  path = '/',
) => renderPage(page, { api: new FakeAccountabilityApi(answers), path });

describe('an organisation without', () => {
  it('services says which steps make it one', async () => {
    render({ organisation: emptyOrganisation() });

    const section = await screen.findByRole('region', {
      name: 'No service yet',
    });
    expect(within(section).getAllByRole('listitem')).toHaveLength(3);
    expect(
      within(section).getByRole('link', { name: 'Go to Sources' }),
    ).toHaveAttribute('href', '/accountability/sources');
    expect(screen.queryByText(/0.%/)).not.toBeInTheDocument();
  });

  it('services of that kind says so, and lets the filters be cleared', async () => {
    const user = userEvent.setup();
    render({ organisation: emptyOrganisation() }, '/?tag=cobol');
    expect(await screen.findByText(/No service is like that/)).toBeVisible();

    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await user.click(clear);

    expect(await screen.findByText(/Add components/)).toBeVisible();
  });

  it('an assessment says what it waits for', async () => {
    render({
      organisation: emptyOrganisation({ services: 66, notAssessed: 66 }),
    });

    expect(
      await screen.findByText(/66 services are in the catalog and wait/),
    ).toBeVisible();
  });

  it('groups says how services come to have one, and shows what nobody answers for', async () => {
    render({
      organisation: organisationResponse({
        rows: organisationRows.filter(({ of }) => of === 'unowned'),
      }),
    });

    expect(
      await screen.findByText(/No group of the catalog answers for a service/),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /No owner that resolves/ }),
    ).toBeVisible();
  });

  it('debts says that nothing is left to do', async () => {
    render({
      organisation: organisationResponse({ debts: [], debtsInAll: 0 }),
    });

    expect(await screen.findByText(/Nothing is left to do/)).toBeVisible();
  });
});

describe('an organisation of which most is unknown', () => {
  const organisation = organisationResponse({
    coverage: { known: 6, applicable: 45 },
    burdens: organisationCells('0/0/9 0/0/9 0/0/9 0/0/9 3/6/9'),
  });
  const never = sourceHealth('github');

  it('has no share of checks not passing, since that would speak for those not known', async () => {
    render({ organisation });

    const strip = await screen.findByRole('region', { name: /four numbers/ });
    expect(strip).toHaveTextContent('Checks not passingunknown3 of 6 known');
  });

  it('is told to connect a source where nothing was ever delivered', async () => {
    render({
      organisation,
      sources: sourcesResponse({ sources: [never] }),
    });

    expect(
      await screen.findByRole('region', { name: 'Nothing was delivered yet' }),
    ).toHaveTextContent('Go to Sources');
  });

  it.each([
    { given: 'a source delivers', sources: sourcesResponse() },
    { given: 'sources may not be seen', sources: responseError(403, 'no') },
  ])('is not told so where $given', async ({ sources }) => {
    const api = new FakeAccountabilityApi({
      organisation,
      sources: await sources,
    });
    renderPage(page, { api });
    await screen.findByRole('region', { name: 'Checks not passing' });

    expect(api.asked.map(({ what }) => what)).toContain('sources');
    expect(
      screen.queryByRole('region', { name: 'Nothing was delivered yet' }),
    ).not.toBeInTheDocument();
  });
});

describe('an organisation that is not there', () => {
  it('has boxes in its place while it is on its way', async () => {
    render({ organisation: new Promise<never>(() => {}) });

    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeVisible();
  });

  it.each([
    { given: 403, gives: 'You may not see the accountability of' },
    { given: 503, gives: 'Accountability did not answer' },
  ])('says why where the answer is $given', async ({ given, gives }) => {
    render({ organisation: await responseError(given, 'no') });

    expect(await screen.findByRole('alert')).toHaveTextContent(gives);
  });
});
