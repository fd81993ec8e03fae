import { act } from '@testing-library/react';
import { SignalApi } from '@backstage/plugin-signals-react';
import {
  TurnedSignal,
  turnedChannel,
} from 'backstage-plugin-accountability-common';

/** Signals without a server: a test sends them. */
export class FakeSignalApi implements SignalApi {
  private readonly listeners = new Set<(text: string) => void>();

  subscribe<T>(channel: string, onMessage: (message: T) => void) {
    const listener = (text: string) => onMessage(JSON.parse(text));
    if (channel === turnedChannel) this.listeners.add(listener);
    return { unsubscribe: () => this.listeners.delete(listener) };
  }

  /** How many listen. */
  get count(): number {
    return this.listeners.size;
  }

  send(message: TurnedSignal): void {
    const text = JSON.stringify(message);
    act(() => this.listeners.forEach(listener => listener(text)));
  }
}
