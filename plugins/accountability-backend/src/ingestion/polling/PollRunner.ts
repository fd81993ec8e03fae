import { randomUUID } from 'node:crypto';
import { DeliverySource, Poller } from 'backstage-plugin-accountability-node';
import { addBookmarks } from './addBookmarks';
import { claimBookmark } from './claimBookmark';
import { isAsked } from './isAsked';
import { PollRunnerOptions } from './PollRunnerOptions';
import { PassEnd, runPass } from './runPass';

/** What became of one source in one run. */
export interface PolledSource {
  source: string;
  passes: number;
  pages: number;
  /** Deliveries that were not stored before: what webhooks lost, or what is older than they are. */
  stored: number;
  failed: number;
  limited: number;
}

const MOST_PAGES = 200;

/** Subjects in a row that get nowhere until a run leaves the rest for another time. */
const MOST_IN_VAIN = 10;

/**
 * Asks sources for what their webhooks may have lost. Any number of replicas
 * may run at once: each takes one subject at a time under a lease, the one
 * that has waited longest, so that a used up quota starves nobody.
 */
export class PollRunner {
  private readonly silent = new Set<string>();

  static create(options: PollRunnerOptions): PollRunner {
    return new PollRunner(options);
  }

  private constructor(private readonly options: PollRunnerOptions) {}

  /** Runs what is due, source beside source, until nothing is, the signal ends it or a run is long enough. */
  async run({
    signal,
    onlyAsked = false,
  }: {
    signal: AbortSignal;
    /** Only what is asked besides its times, for details of what webhooks told. */
    onlyAsked?: boolean;
  }): Promise<PolledSource[]> {
    const runs = await Promise.allSettled(
      this.options.pollers.map(poller =>
        this.runPoller(poller, { signal, onlyAsked }),
      ),
    );
    const failed = runs.find(each => each.status === 'rejected');
    if (failed) throw failed.reason;
    return runs.flatMap(each =>
      each.status === 'fulfilled' && each.value ? [each.value] : [],
    );
  }

  private async runPoller(
    poller: Poller,
    { signal, onlyAsked }: { signal: AbortSignal; onlyAsked: boolean },
  ): Promise<PolledSource | undefined> {
    const source = this.sourceOf(poller);
    if (!source) return undefined;
    const { knex, subjectsOf, now } = this.options;
    if (onlyAsked && !(await isAsked(knex, { poller, now: now() }))) {
      return undefined;
    }
    const subjects = await subjectsOf(poller.subjectPrefix);
    await addBookmarks(knex, { poller, subjects, now: now() });
    const tally = emptyTally(source.id);
    let inVain = 0;
    let pagesLeft = this.options.mostPages ?? MOST_PAGES;
    while (!signal.aborted && pagesLeft > 0 && inVain < MOST_IN_VAIN) {
      const claim = await claimBookmark(knex, {
        poller,
        subjects,
        lease: randomUUID(),
        now: now(),
        onlyAsked,
      });
      if (!claim) break;
      const end = await runPass({
        ...this.options,
        ...{ poller, source, claim, signal, pagesLeft },
      });
      pagesLeft -= Math.max(1, end.pages);
      inVain = end.inVain ? inVain + 1 : 0;
      count(tally, end);
    }
    this.tell(tally);
    return tally;
  }

  private sourceOf(poller: Poller): DeliverySource | undefined {
    const { sources, logger } = this.options;
    const source = sources.find(({ id }) => id === poller.source);
    if (!source && !this.silent.has(poller.source)) {
      this.silent.add(poller.source);
      logger.warn(
        `${poller.source} is not polled: its source is off, and nothing would read what comes`,
      );
    }
    return source;
  }

  private tell({ source, ...counts }: PolledSource): void {
    if (counts.passes === 0) return;
    const { passes, stored, failed, limited } = counts;
    const says = `Polled ${source}: ${passes} passes, ${stored} deliveries that were not known, ${failed} failed, ${limited} put off by its quota`;
    if (failed > 0) this.options.logger.warn(says);
    else this.options.logger.debug(says);
  }
}

function emptyTally(source: string): PolledSource {
  return { source, passes: 0, pages: 0, stored: 0, failed: 0, limited: 0 };
}

function count(tally: PolledSource, end: PassEnd): void {
  tally.passes += 1;
  tally.pages += end.pages;
  tally.stored += end.stored;
  if (end.is === 'failed') tally.failed += 1;
  if (end.is === 'limited') tally.limited += 1;
}
