import { screen, within } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { FakeAccountabilityApi, renderPage } from '../../../__testUtils__';
import { changesResponse } from '../../../fixtures';
import { ChangesPage } from '../ChangesPage';

/** A text with plain blanks in the place of no-break ones. */
export const plain = (text: string | null) =>
  (text ?? '').replace(/\u00a0/g, ' ');

/** A row as its cells in a line. */
export const cells = (row: HTMLElement) =>
  [...row.children].map(cell => plain(cell.textContent)).join(' | ');

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

/** Renders the page of changes, with the query of its address beside it. */
export function showChanges(
  answer: FakeAccountabilityApi['answers']['changes'] = changesResponse(),
  path = '/',
) {
  const api = new FakeAccountabilityApi({ changes: answer });
  renderPage(
    <>
      <ChangesPage entityRef="component:default/payments-api" />
      <Address />
    </>,
    { api, path },
  );
  return api;
}

/** Rows of a table below its head, once it is there. */
export async function rowsOf(name: string) {
  const table = await screen.findByRole('table', { name });
  return within(table).getAllByRole('row').slice(1);
}

/** Words of the strip, once it is there. */
export async function stripWords() {
  const strip = await screen.findByRole('region', {
    name: 'The changes in numbers',
  });
  return plain(strip.textContent);
}

/** What was asked of the API. */
export const asked = (api: FakeAccountabilityApi) =>
  api.asked.map(({ options }) => options);
