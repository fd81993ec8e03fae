import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FirstStepId,
  firstStepIds,
} from 'backstage-plugin-accountability-common';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import { firstStepsResponse } from '../../fixtures';
import { StartPage } from './StartPage';

type Given = Parameters<typeof firstStepsResponse>;

const render = (steps: Given, path = '/') =>
  renderPage(<StartPage />, {
    api: new FakeAccountabilityApi({
      firstSteps: firstStepsResponse(...steps),
    }),
    path,
  });

const titles: Record<FirstStepId, string> = {
  services: 'Services have an owner that exists',
  source: 'A source tells what happens',
  records: 'Records reach their services',
  policy: 'Checks of your own are in force',
  level: 'A service stands at a level',
  gate: 'A gate is asked',
};

const rowOf = async (step: FirstStepId) => {
  const title = await screen.findByRole('heading', { name: titles[step] });
  const row = title.closest('li');
  if (!row) throw new Error(`There is no row of ${step}`);
  return row;
};

/** Steps that are open, by their titles. */
const opened = () =>
  screen
    .queryAllByRole('button', { expanded: true })
    .map(button => button.getAttribute('aria-label'));

describe('StartPage', () => {
  it.each([
    {
      given: 'nothing connected',
      steps: [0],
      gives: [
        'To do: The catalog has no services yet',
        'To do: 0 of 3 sources delivered',
        'To do: The catalog has no services yet',
        'To do: 30 checks in force, none from a place of your own',
        'To do: The catalog has no services yet',
        'To do: 1 gate in force; none was asked yet',
      ],
    },
    {
      given: 'everything done',
      steps: [6],
      gives: [
        'Done: 64 of 66 services have an owner that resolves',
        'Done: 4 of 5 sources delivered; last github, 23 Nov 2026, 11:59 UTC',
        'Done: 61 of 66 services have records; 2 subjects belong to no service',
        'Done: 44 checks in force',
        'Done: 57 of 66 services stand at a level',
        'Done: 2 gates in force; last asked 22 Nov 2026, 12:00 UTC',
      ],
    },
  ] satisfies { given: string; steps: Given; gives: string[] }[])(
    'says of each step whether it is done, and what there is of it, with $given',
    async ({ steps, gives }) => {
      render(steps);

      const told = [];
      for (const step of firstStepIds) {
        const row = await rowOf(step);
        const [count] = row.querySelectorAll('p');
        const mark = within(row).getByText(/^(Done|To do|Unknown)$/);
        told.push(
          `${mark.textContent}: ${count.textContent}`.replaceAll('\u00a0', ' '),
        );
      }

      expect(told).toEqual(gives);
    },
  );

  it('does not call what the reader may not see done, and says what to ask for', async () => {
    const because = 'You need the permission accountability.source.read';
    render([6, { source: { step: 'source', state: 'unknown', because } }]);

    const row = await rowOf('source');

    expect(row).toHaveTextContent(`Unknown${titles.source}${because}`);
    expect(screen.getAllByText('5 of 6 done')).not.toHaveLength(0);
    expect(screen.queryByText(/All 6 steps/)).not.toBeInTheDocument();
  });

  it('says "at least" where subjects without a service were not counted to the end', async () => {
    render([
      2,
      {
        records: {
          ...{ step: 'records', state: 'todo', count: 0, of: 9 },
          unowned: 1000,
        },
      },
    ]);

    expect(await rowOf('records')).toHaveTextContent(
      '0 of 9 services have records; at least 1,000 subjects belong to no service',
    );
  });

  it.each([
    {
      given: 'the first that is to do',
      steps: [2],
      path: '/',
      gives: 'records',
    },
    {
      ...{ given: 'the one that the address names', steps: [2] },
      ...{ path: '/#gate', gives: 'gate' },
    },
  ] satisfies {
    given: string;
    steps: Given;
    path: string;
    gives: FirstStepId;
  }[])('opens $given, and no other', async ({ steps, path, gives }) => {
    render(steps, path);
    await rowOf(gives);

    expect(opened()).toEqual([`Close: ${titles[gives]}`]);
  });

  it('says that all is done, with nothing open', async () => {
    render([6]);

    expect(await screen.findByText(/All 6 steps are done/)).toBeVisible();
    expect(opened()).toEqual([]);
  });

  it.each<{
    given: FirstStepId;
    page: string;
    path: string;
    /** Of each block. */
    code: readonly RegExp[];
  }>([
    {
      ...{ given: 'services', page: 'Overview', path: 'overview' },
      code: [/owner: group:default\/payments-core/, /kind: Group/],
    },
    {
      ...{ given: 'source', page: 'Sources', path: 'sources' },
      code: [
        /accountability-backend-module-github/,
        /ACCOUNTABILITY_GITHUB_SECRET/,
        // As this browser reaches the backend.
        /^http:\/\/localhost:7007\/api\/accountability\/deliveries\/github$/,
        /curl -X POST http:\/\/localhost:7007\/api\/accountability\/deliveries\/generic/,
      ],
    },
    {
      ...{ given: 'records', page: 'Unowned records', path: 'unowned' },
      code: [/accountability.io\/aliases/],
    },
    {
      ...{ given: 'policy', page: 'Policy', path: 'policy' },
      code: [/type: shipped/, /kind: Scorecard/, /policy check policies/],
    },
    {
      ...{ given: 'level', page: 'Scorecards', path: 'scorecards' },
      code: [/level: bronze/],
    },
    {
      ...{ given: 'gate', page: 'Gates', path: 'gates' },
      code: [
        /kind: Gate/,
        /accountability.gate.ask/,
        /ACCOUNTABILITY_URL=http:\/\/localhost:7007\/api\/accountability\n.+ gate first-gate/,
      ],
    },
  ])(
    'tells what to do for $given, with text to copy and the page that shows it',
    async ({ given, page, path, code }) => {
      render([0], `/#${given}`);
      const row = await rowOf(given);
      await within(row).findAllByText(/./);

      const link = within(row).getByRole('link', {
        name: `See it on ${page}`,
      });
      expect(link).toHaveAttribute('href', `/accountability/${path}`);
      const blocks = [...row.querySelectorAll('pre')].map(
        block => block.textContent,
      );
      expect(blocks).toEqual(code.map(each => expect.stringMatching(each)));
      expect(
        within(row).getAllByRole('button', { name: /^Copy/ }),
      ).toHaveLength(code.length);
    },
  );

  it('copies what stands there, and says so', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    render([0], '/#records');
    const row = await rowOf('records');

    await user.click(within(row).getByRole('button', { name: /^Copy/ }));

    expect(copied).toHaveBeenCalledWith(row.querySelector('pre')?.textContent);
    expect(await within(row).findByRole('status')).toHaveTextContent('Copied');
  });

  it('closes and opens a step', async () => {
    const user = userEvent.setup();
    render([0]);
    await rowOf('services');

    await user.click(
      screen.getByRole('button', { name: `Close: ${titles.services}` }),
    );
    const closed = opened();
    await user.click(
      screen.getByRole('button', { name: `Show how: ${titles.level}` }),
    );

    expect(closed).toEqual([]);
    expect(opened()).toEqual([`Close: ${titles.level}`]);
  });

  it.each([
    { given: 403, gives: 'You may not see' },
    { given: 503, gives: 'Accountability did not answer' },
  ])('says why where the answer is $given', async ({ given, gives }) => {
    renderPage(<StartPage />, {
      api: new FakeAccountabilityApi({
        firstSteps: await responseError(given, 'no'),
      }),
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(gives);
  });
});
