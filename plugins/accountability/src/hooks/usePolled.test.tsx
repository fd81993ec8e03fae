import { act, renderHook, waitFor } from '@testing-library/react';
import { usePolled } from './usePolled';

const settle = (ms: number) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });

describe('usePolled', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('asks again after each answer and keeps the old one meanwhile', async () => {
    let answers = 0;
    const load = async () => {
      answers += 1;
      return answers;
    };
    const { result } = renderHook(() =>
      usePolled(load, { key: 'a', everyMs: 5000 }),
    );

    await settle(0);
    expect(result.current.data).toBe(1);
    await settle(4999);
    expect(result.current.data).toBe(1);
    await settle(1);
    expect(result.current.data).toBe(2);
  });

  it('keeps the last answer when a refresh fails', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('good')
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue('better');
    const { result } = renderHook(() =>
      usePolled(load, { key: 'a', everyMs: 5000 }),
    );

    await settle(5000);
    expect(result.current.data).toBe('good');
    expect(result.current.error?.message).toBe('away');
    await settle(5000);
    expect(result.current.data).toBe('better');
    expect(result.current.error).toBeUndefined();
  });

  it('asks nothing while the page is hidden, and at once when it is seen again', async () => {
    const load = jest.fn(async () => 'x');
    renderHook(() => usePolled(load, { key: 'a', everyMs: 5000 }));
    await settle(0);

    const visibility = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');
    await settle(30_000);
    expect(load).toHaveBeenCalledTimes(1);

    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks once where no pace is given, and nothing after it is gone', async () => {
    const load = jest.fn(async () => 'x');
    const { unmount } = renderHook(() => usePolled(load, { key: 'a' }));

    await settle(60_000);
    unmount();
    await settle(60_000);

    expect(load).toHaveBeenCalledTimes(1);
  });

  it('forgets the answer of another key', async () => {
    jest.useRealTimers();
    const { result, rerender } = renderHook(
      ({ key }) => usePolled(async () => key, { key }),
      { initialProps: { key: 'a' } },
    );
    await waitFor(() => expect(result.current.data).toBe('a'));

    rerender({ key: 'b' });

    expect(result.current.data).toBeUndefined();
    await waitFor(() => expect(result.current.data).toBe('b'));
  });
});
