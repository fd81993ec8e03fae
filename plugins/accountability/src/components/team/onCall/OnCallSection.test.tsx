import { screen, within } from '@testing-library/react';
import { FakeAccountabilityApi, renderPage } from '../../../__testUtils__';
import { onCallResponse, onCallWeeks } from '../../../fixtures';
import { OnCallSection } from './OnCallSection';

const section = <OnCallSection groupRef="group:default/payments-core" />;
const cells = (row: HTMLElement) =>
  [...row.querySelectorAll('td, th')].map(cell => cell.textContent);

describe('the load of being on call', () => {
  it('is bars of eight weeks in three fills, with the limit in words', async () => {
    renderPage(section);

    const chart = await screen.findByRole('img', {
      name: /^Pages week by week from 5.Oct: 6, 12, 4, 12, 15, 7, 8, 1\. 1 of 8 weeks were over 14 a week/,
    });
    expect(chart.querySelectorAll('rect')).toHaveLength(24);
    expect(chart).toHaveTextContent('14 a week, the healthy limit');
    expect(
      screen.getByText('pages a week, 8 weeks, n = 65; zone UTC'),
    ).toBeInTheDocument();
    expect(screen.getByText(/nights and weekends, 11/)).toBeInTheDocument();
  });

  it('is the same as a table', async () => {
    renderPage(section);

    const table = await screen.findByRole('table', { name: 'On-call load' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(9);
    expect(cells(rows[5])).toEqual(['2\u00a0Nov', '7', '5', '3', '15']);
  });

  it('is of rotas, each with its group, and the limit is as many times as high', async () => {
    const groupRef = 'group:default/payments-core';
    const weeks = onCallWeeks([[2, 1, 0]]);
    const group = (title: string) => ({ groupRef, title });
    const onCall = onCallResponse({
      weeks: onCallWeeks([[4, 2, 0]]),
      rotas: [
        { rota: 'pd:P1', group: group('Payments core'), weeks },
        { rota: 'pd:P2', group: group('Payments risk'), weeks },
        { weeks },
      ],
      elsewhere: 2,
    });
    renderPage(section, { api: new FakeAccountabilityApi({ onCall }) });

    const table = await screen.findByRole('table', { name: 'Rota' });
    expect(within(table).getAllByRole('row').slice(1).map(cells)).toEqual([
      ['Payments corepd:P1', '3', '3', '1', '3'],
      ['Payments riskpd:P2', '3', '3', '1', '3'],
      ['Rota not told', '3', '3', '1', '3'],
    ]);
    expect(
      screen.getByText('28 a week, the healthy limit: 14 for each of 2 rotas'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/2 pages reached rotas of other teams/),
    ).toBeInTheDocument();
  });

  it('is unknown, and never no load, where no source tells', async () => {
    const onCall = onCallResponse({
      ...{ status: 'unknown', weeks: [], rotas: [] },
      because: 'Nothing tells of pages; connect a source that does',
    });
    renderPage(section, { api: new FakeAccountabilityApi({ onCall }) });

    expect(
      await screen.findByText(/connect a source that does/),
    ).toBeInTheDocument();
    expect(screen.getByText('Unknown')).toBeInTheDocument();
    expect(screen.queryByText(/pages a week/)).not.toBeInTheDocument();
  });

  it('says so where nobody was called', async () => {
    const onCall = onCallResponse({
      weeks: onCallWeeks([[0, 0, 0]]),
      rotas: [],
    });
    renderPage(section, { api: new FakeAccountabilityApi({ onCall }) });

    expect(
      await screen.findByText('Nobody was called in these weeks.'),
    ).toBeInTheDocument();
  });
});
