import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { FakeAccountabilityApi, renderPage } from '../../__testUtils__';
import { RoutedIncidentPage } from '../../extensions/RoutedIncidentPage';
import { RecordPageLink } from './RecordPageLink';
import { sourceName } from './sourceName';

const REF = 'component:default/payments-api';

describe('RecordPageLink', () => {
  it.each([
    'pagerduty:incident:INC-2207',
    'github:incident:acme/payments:7',
    'generic:incident:50 % off?#1&2',
  ])('leads to the page of %s, which asks for that very record', async id => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    renderPage(
      <Routes>
        <Route
          path="/incidents/:kind/:namespace/:name/:record"
          element={<RoutedIncidentPage />}
        />
        <Route
          path="/"
          element={
            <RecordPageLink entityRef={REF} record={{ kind: 'incident', id }}>
              open it
            </RecordPageLink>
          }
        />
      </Routes>,
      { api },
    );

    await user.click(await screen.findByRole('link', { name: 'open it' }));

    await screen.findByRole('heading', { name: 'Card payments rejected' });
    expect(api.asked).toContainEqual({
      what: 'incident',
      options: { record: id, at: undefined },
    });
  });

  it('leaves a record of a kind without a page as words', async () => {
    renderPage(
      <RecordPageLink entityRef={REF} record={{ kind: 'build', id: 'b' }}>
        a build
      </RecordPageLink>,
    );

    expect(await screen.findByText('a build')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});

describe('sourceName', () => {
  it.each([
    ['pagerduty:incident:1', 'PagerDuty'],
    ['github:deployment:a/b:1', 'GitHub'],
    ['jira:incident:1', 'Jira'],
  ])('%s is of %s', (id, name) => {
    expect(sourceName(id)).toBe(name);
  });
});
