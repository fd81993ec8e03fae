import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../../__testUtils__';
import { comingResponse, NOW } from '../../../fixtures';
import { ComingSection } from './ComingSection';

const section = <ComingSection filter={{ lifecycle: 'production' }} />;
const rows = async () =>
  within(await screen.findByRole('list')).getAllByRole('listitem');

describe('ComingSection', () => {
  it('says when, what and on what it rests, the soonest first', async () => {
    const api = new FakeAccountabilityApi();
    renderPage(section, { api });

    expect((await rows()).map(row => row.textContent)).toEqual([
      '30\u00a0Novin 7\u00a0d3 exemptions endWithout 2 of them a check would not pass today. Review',
      '2\u00a0Decin 9\u00a0d4 attestations come due4 groups are to say whether they stand for 4 services',
      '15\u00a0Janin 53\u00a0d“Runtimes are supported” is enforcedMake it pass before then: 21 of 66 services would fail today. See services',
    ]);
    expect(screen.getByText('next 60 d')).toBeVisible();
    expect(api.asked).toEqual([
      { what: 'coming', options: { lifecycle: 'production' } },
    ]);
  });

  it('leads to where a thing is seen', async () => {
    renderPage(section);

    expect(
      await screen.findByRole('link', { name: /^Review: 3 exemptions end/ }),
    ).toHaveAttribute('href', '/accountability/exemptions');
  });

  it('folds what comes later behind its count', async () => {
    const user = userEvent.setup();
    const api = new FakeAccountabilityApi();
    const [one] = comingResponse().items;
    api.answers.coming = {
      ...comingResponse(),
      items: Array.from({ length: 8 }, (_, i) => ({ ...one, id: `${i}` })),
    };
    renderPage(section, { api });
    expect(await rows()).toHaveLength(5);

    await user.click(screen.getByRole('button', { name: '3 more' }));

    expect(await rows()).toHaveLength(8);
  });

  it.each([
    {
      given: 'nothing',
      answer: { asOf: NOW, until: NOW, items: [] },
      gives: /No exemption ends/,
    },
    { given: 'a fault', answer: 503, gives: /busy/ },
  ])('says so where there is $given', async ({ answer, gives }) => {
    const api = new FakeAccountabilityApi();
    api.answers.coming =
      typeof answer === 'number' ? await responseError(answer, 'busy') : answer;
    renderPage(section, { api });

    expect(await screen.findByText(gives)).toBeVisible();
  });
});
