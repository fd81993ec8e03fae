import { screen, within } from '@testing-library/react';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import { DeploymentRecord } from 'backstage-plugin-accountability-common';
import {
  cause,
  clock,
  deployment,
  deploymentResponse,
  evidenceResponse,
  poorDeploymentResponse,
} from '../../fixtures';
import { DeploymentPage } from '.';

const page = (
  <DeploymentPage
    entityRef="component:default/payments-api"
    record={cause.id}
  />
);
const plain = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');
const cells = (row: HTMLElement) =>
  [...row.children].map(cell => plain(cell.textContent)).join(' | ');

function show(answer: FakeAccountabilityApi['answers']['deployment']) {
  renderPage(page, { api: new FakeAccountabilityApi({ deployment: answer }) });
}

describe('DeploymentPage', () => {
  it('says what it is, what became of it and who owned the service then', async () => {
    renderPage(page);

    expect(
      await screen.findByRole('heading', { name: 'Deployment 4.12.0' }),
    ).toBeInTheDocument();
    const strip = screen.getByRole('region', {
      name: 'The deployment in numbers',
    });
    const words = plain(strip.textContent);
    expect(words).toContain('Outcomefailed changesuccess');
    expect(words).toContain('Took5.3 min');
    expect(words).toContain('Owner thencheckout');
  });

  it('lists each change with its approvals, its marker and its size; what is not told stays unknown', async () => {
    renderPage(page);

    const table = await screen.findByRole('table', { name: 'What it brought' });
    const rows = within(table).getAllByRole('row').slice(1).map(cells);
    expect(rows).toEqual([
      'Round amounts once | 1 Oct 2026, 09:00 UTC | 2 approvals | unmarked, not human | +120 −304 files',
      'Raise the pool of connections | 1 Oct 2026, 09:00 UTC | 0 approvals | declared | +2 −21 file',
      'Update a library | 1 Oct 2026, 09:00 UTC | at least 1 | unmarked, not human | unknown',
    ]);
  });

  it('leads to the incidents that it is charged with', async () => {
    renderPage(page);

    expect(
      await screen.findByRole('link', { name: 'INC-2207' }),
    ).toHaveAttribute(
      'href',
      '/incidents/component/default/payments-api/pagerduty:incident:INC-2207',
    );
  });

  it('leads to what ran before and after it and to what it undid', async () => {
    show(
      deploymentResponse({
        undoes: ['github:deployment:acme/payments:4.13.0'],
        charges: [],
      }),
    );

    const section = await screen.findByRole('region', {
      name: 'Before and after',
    });
    const links = within(section)
      .getAllByRole('link')
      .map(link => link.textContent);
    expect(links).toEqual(['4.11.3', '4.11.3-again', '4.13.0']);
    expect(screen.getByText('Rollback')).toBeInTheDocument();
    expect(
      screen.getByText('No incident is charged to it.'),
    ).toBeInTheDocument();
  });

  it('names them with their instant and their result, once they are told', async () => {
    const near = (id: string, at: number, rest: Partial<DeploymentRecord>) =>
      deployment(id, at, {
        version: undefined,
        sha: `${id}e1d0c76cb`,
        ...rest,
      });
    const before = near('2', clock(8, 0), {});
    const after = near('3', clock(9, 30), {
      result: undefined,
      state: 'executing',
    });
    const api = new FakeAccountabilityApi({
      deployment: deploymentResponse({ previous: before.id, next: after.id }),
      evidence: evidenceResponse({ records: [before, after] }),
    });
    renderPage(page, { api });

    const section = await screen.findByRole('region', {
      name: 'Before and after',
    });
    await within(section).findByRole('link', { name: '2e1d0c7' });
    expect(plain(section.textContent)).toBe(
      'Before and afterin its environmentBefore it2e1d0c71 Oct 2026, 08:00 UTC, successAfter it3e1d0c71 Oct 2026, 09:30 UTC, executing',
    );
    expect(api.asked).toContainEqual({
      what: 'evidence',
      options: { record: before.id },
    });
  });

  it('says of one that brought the same again that it is no change', async () => {
    show(
      deploymentResponse({
        redeployOf: 'github:deployment:acme/payments:4.11.0',
      }),
    );

    expect(await screen.findByText(/counts as no change/)).toBeInTheDocument();
    expect(screen.getByText('Redeployment')).toBeInTheDocument();
  });

  it('says why it is not known what it brought', async () => {
    show(poorDeploymentResponse());

    expect(
      await screen.findByText(/^Unknown, because No change names the commit/),
    ).toBeInTheDocument();
    expect(screen.getByText('environment unknown')).toBeInTheDocument();
    expect(screen.getByText('Nobody owned it then.')).toBeInTheDocument();
    expect(screen.getByText('Not yet')).toBeInTheDocument();
  });

  it('shows boxes while the answer is on its way', async () => {
    show(new Promise<never>(() => {}));

    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says who to ask where it may not be seen', async () => {
    show(await responseError(403, 'no'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the accountability of 4.12.0.',
    );
  });
});
