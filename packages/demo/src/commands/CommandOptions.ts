import { Receiver } from '../loading/sendDelivery';
import { DemoState } from '../loading/DemoState';

/** What every command starts from. */
export interface CommandOptions extends Receiver {
  dataDir: string;
  statePath: string;
  state: DemoState;
  /** Writes one line to whoever started the demo. */
  say(line: string): void;
  signal: AbortSignal;
}
