import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  StandingEvent,
  TurnedSignal,
  mostTold,
  standingTopic,
  turnedChannel,
} from 'backstage-plugin-accountability-common';
import { chunk } from 'lodash';
import { Turned } from '../assessment';

/** How long turns are collected: services of one drain turn together, and a page need not read twice. */
const REST_MS = 1000;

/** Services that a signal names at most; with more, most open pages are of one of them. */
const MOST_SIGNALLED = 100;

interface TellerOptions {
  events: Pick<EventsService, 'publish'>;
  signals: SignalsService;
  logger: LoggerService;
  /** Whether signals name services. Every signed-in user gets them, also one who may not read a service. */
  nameServices: boolean;
  /** Milliseconds; for tests. */
  restMs?: number;
}

/**
 * Tells other plugins and open pages of what this replica's assessments turned.
 * All of it is hints: what is lost with a crash is read at the next turn of
 * whoever listens, so nothing is stored.
 */
export class TurnTeller {
  static create(options: TellerOptions): TurnTeller {
    return new TurnTeller(options);
  }

  /** Whether a level or a check of it is another one, by entity ref. */
  private turned = new Map<string, boolean>();
  private timer?: NodeJS.Timeout;
  private telling = Promise.resolve();
  private stopped = false;

  private constructor(private readonly options: TellerOptions) {}

  /** Collects what turned. Never throws, and does nothing once stopped. */
  tell(turned: readonly Turned[]): void {
    if (this.stopped) return;
    for (const { entityRef, stands } of turned) {
      this.turned.set(entityRef, stands || !!this.turned.get(entityRef));
    }
    this.timer ??= setTimeout(
      () => this.flush(),
      this.options.restMs ?? REST_MS,
    ).unref();
  }

  /** Tells what was collected, and takes nothing more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.flush();
    await this.telling;
  }

  private flush(): void {
    this.timer = undefined;
    const turned = [...this.turned];
    this.turned = new Map();
    if (turned.length === 0) return;
    this.telling = this.telling.then(() => this.send(turned));
  }

  private async send(turned: readonly [string, boolean][]): Promise<void> {
    const { events, logger } = this.options;
    const standing = turned.flatMap(([ref, stands]) => (stands ? [ref] : []));
    try {
      for (const entityRefs of chunk(standing, mostTold)) {
        const eventPayload: StandingEvent = { entityRefs };
        await events.publish({ topic: standingTopic, eventPayload });
      }
      await this.signal(turned.map(([entityRef]) => entityRef));
    } catch (error) {
      logger.warn(
        `Of ${turned.length} services that were assessed others were not told at once; they find it when they next look`,
        error instanceof Error ? error : new Error(String(error)),
      );
    }
  }

  private async signal(entityRefs: string[]): Promise<void> {
    const { nameServices, signals } = this.options;
    const few = nameServices && entityRefs.length <= MOST_SIGNALLED;
    await signals.publish<TurnedSignal>({
      recipients: { type: 'broadcast' },
      channel: turnedChannel,
      message: few ? { entityRefs } : { many: true },
    });
  }
}
