import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { storageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { accountabilityApiRef } from '../../api';
import { FakeAccountabilityApi, responseError } from '../../__testUtils__';
import { firstStepsResponse } from '../../fixtures';
import { StartPanel } from './StartPanel';

type Storage = ReturnType<typeof mockApis.storage>;

async function show(
  firstSteps: ReturnType<typeof firstStepsResponse> | Error,
  storage: Storage = mockApis.storage(),
) {
  const api = new FakeAccountabilityApi({ firstSteps });
  const { unmount } = renderInTestApp(
    <>
      <StartPanel />
      <p>The overview</p>
    </>,
    {
      apis: [
        [accountabilityApiRef, api],
        [storageApiRef, storage],
      ],
    },
  );
  await screen.findByText('The overview');
  return { api, storage, unmount };
}

const panel = () => screen.findByRole('region', { name: 'First steps' });
const noPanel = () =>
  expect(
    screen.queryByRole('region', { name: 'First steps' }),
  ).not.toBeInTheDocument();

describe('StartPanel', () => {
  it('names the next step, what there is of it, and the way to it', async () => {
    await show(firstStepsResponse(3));

    const next = await panel();

    expect(next).toHaveTextContent('3 of 6 done');
    expect(next).toHaveTextContent(
      'Next: Checks of your own are in force. 30 checks in force, none from a place of your own.',
    );
    expect(
      within(next).getByRole('link', { name: 'How to do it' }),
    ).toHaveAttribute('href', '/accountability/start#policy');
    expect(
      within(next)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'ServicesDone',
      'SourceDone',
      'RecordsDone',
      'ChecksTo do',
      'LevelTo do',
      'GateTo do',
    ]);
  });

  it('is folded to a line by the reader, and stays so when they come again', async () => {
    const user = userEvent.setup();
    const { storage } = await show(firstStepsResponse(3));
    const next = await panel();

    await user.click(within(next).getByRole('button', { name: 'Hide' }));

    expect(next).toHaveTextContent(
      /^First steps3 of 6 done Show the next step$/,
    );
    expect(
      storage.forBucket('accountability').snapshot('firstStepsFolded').value,
    ).toBe(true);
    await user.click(
      within(next).getByRole('button', { name: 'Show the next step' }),
    );
    expect(next).toHaveTextContent('Next: Checks of your own');
  });

  it('comes folded where it was left so', async () => {
    const storage = mockApis.storage({
      data: { accountability: { firstStepsFolded: true } },
    });
    await show(firstStepsResponse(3), storage);

    expect(await panel()).not.toHaveTextContent('Next');
  });

  it('is not there once all is done, and is not asked about again', async () => {
    const first = await show(firstStepsResponse());
    await waitFor(() =>
      expect(
        first.storage.forBucket('accountability').snapshot('firstStepsDone')
          .value,
      ).toBe(true),
    );
    noPanel();
    first.unmount();

    const second = await show(firstStepsResponse(3), first.storage);

    noPanel();
    expect(first.api.asked).toEqual([{ what: 'firstSteps' }]);
    expect(second.api.asked).toEqual([]);
  });

  it.each([
    { given: 'the reader may not see', status: 403 },
    { given: 'could not be had', status: 503 },
  ])('leaves the overview alone where the steps $given', async ({ status }) => {
    const { api } = await show(await responseError(status, 'no'));
    await waitFor(() => expect(api.asked).toHaveLength(1));

    noPanel();
  });

  it('leaves the overview alone where all that is not done is unknown', async () => {
    const { api, storage } = await show(
      firstStepsResponse(6, {
        policy: { step: 'policy', state: 'unknown', because: 'No permission' },
      }),
    );
    await waitFor(() => expect(api.asked).toHaveLength(1));

    noPanel();
    // It is not done either: whoever may see it is shown it.
    expect(
      storage.forBucket('accountability').snapshot('firstStepsDone').value,
    ).toBeUndefined();
  });
});
