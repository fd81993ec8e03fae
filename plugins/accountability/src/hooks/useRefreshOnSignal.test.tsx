import { PropsWithChildren } from 'react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import { TurnedSignal } from 'backstage-plugin-accountability-common';
import { FakeSignalApi } from '../__testUtils__';
import { useRefreshOnSignal } from './useRefreshOnSignal';

const settle = (ms: number) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
const pay = 'component:default/pay';
const ledger = 'component:default/ledger';

function setUp(options: { entityRefs?: string[]; paused?: boolean } = {}) {
  const signals = new FakeSignalApi();
  const refresh = jest.fn();
  const { unmount } = renderHook(() => useRefreshOnSignal(refresh, options), {
    wrapper: ({ children }: PropsWithChildren) => (
      <TestApiProvider apis={[[signalApiRef, signals]]}>
        {children}
      </TestApiProvider>
    ),
  });
  return { signals, refresh, unmount };
}

describe('useRefreshOnSignal', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each<{
    given: string;
    entityRefs?: string[];
    signal: TurnedSignal;
    gives: number;
  }>([
    {
      given: 'its service',
      entityRefs: [pay],
      signal: { entityRefs: [ledger, pay] },
      gives: 1,
    },
    {
      given: 'another service',
      entityRefs: [pay],
      signal: { entityRefs: [ledger] },
      gives: 0,
    },
    {
      given: 'many services',
      entityRefs: [pay],
      signal: { many: true },
      gives: 1,
    },
    {
      given: 'any service, on a page of all',
      signal: { entityRefs: [ledger] },
      gives: 1,
    },
  ])(
    'a signal of $given refreshes $gives times within a second',
    async ({ entityRefs, signal, gives }) => {
      const { signals, refresh } = setUp({ entityRefs });

      signals.send(signal);
      await settle(1000);

      expect(refresh).toHaveBeenCalledTimes(gives);
    },
  );

  it('takes signals that come together as one, whichever is about its service', async () => {
    const { signals, refresh } = setUp({ entityRefs: [pay] });

    signals.send({ entityRefs: [pay] });
    signals.send({ entityRefs: [ledger] });
    signals.send({ entityRefs: [pay] });
    await settle(1000);
    expect(refresh).toHaveBeenCalledTimes(1);

    signals.send({ entityRefs: [pay] });
    await settle(1000);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('leaves a hidden page alone', async () => {
    const { signals, refresh } = setUp();
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');

    signals.send({ many: true });
    await settle(1000);

    expect(refresh).not.toHaveBeenCalled();
  });

  it('listens to nothing where it is paused, or gone', async () => {
    const { signals: paused } = setUp({ paused: true });
    const { signals, refresh, unmount } = setUp();

    signals.send({ many: true });
    unmount();
    await settle(1000);

    expect([paused.count, signals.count]).toEqual([0, 0]);
    expect(refresh).not.toHaveBeenCalled();
  });

  it('does nothing in an app without signals', () => {
    const refresh = jest.fn();

    renderHook(() => useRefreshOnSignal(refresh), {
      wrapper: ({ children }: PropsWithChildren) => (
        <TestApiProvider apis={[]}>{children}</TestApiProvider>
      ),
    });

    expect(refresh).not.toHaveBeenCalled();
  });
});
