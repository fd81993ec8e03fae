import { randomUUID } from 'crypto';
import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import {
  CompiledPolicy,
  FactDefinition,
  ReportedFact,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { ServiceFile, readServices } from '../../ownership';
import { PolicyStore } from '../policy/PolicyStore';
import { lockClaims } from '../queue/lockClaims';
import { JudgeSettings } from '../work/JudgeSettings';
import { HistoryTeller } from './HistoryTeller';
import {
  RestateClaim,
  claimRestate,
  finishRestate,
  returnRestate,
} from './claimRestate';
import { gatherPast } from './gatherPast';
import { readAnswersThen } from './readAnswersThen';
import { ReplayInputs, replayDays } from './replayDays';
import { Stretch, storeHistory } from './storeHistory';

interface RestaterOptions {
  database: DatabaseService;
  policy: Pick<PolicyStore, 'revisionAt'>;
  facts: readonly FactDefinition[];
  /** Facts that others measure; none where absent. */
  reportedFacts?: readonly ReportedFact[];
  settings: JudgeSettings;
  logger: LoggerService;
  /** Waits a little where somebody else is at work who must not wait; asked for after each day told. */
  giveWay?(): Promise<void>;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Days that pages show; older ones are not told again. */
const daysTold = 90;
/** How long this replica leaves a service alone that it could not restate. */
const pauseMs = 10 * 60 * 1000;
/** Policies of past instants never change; this many are kept. */
const policiesKept = 200;

/**
 * Tells closed days again where late records speak of them, so that trends,
 * transitions and "since" say what was true and not when it became known.
 * Any number of replicas may run it: one service at a time is claimed under
 * a lease in the database.
 */
export class Restater {
  static create(options: RestaterOptions): Restater {
    return new Restater(options);
  }

  private readonly policies = new Map<number, CompiledPolicy>();
  /** Until when services that failed are left alone. */
  private readonly paused = new Map<string, number>();

  private constructor(private readonly options: RestaterOptions) {}

  /** Restates one service; false where none is left to be restated. */
  async restateOne(): Promise<boolean> {
    const knex = await this.options.database.getClient();
    const now = (this.options.now ?? Date.now)();
    const lease = randomUUID();
    for (const [ref, until] of this.paused) {
      if (until <= now) this.paused.delete(ref);
    }
    const except = [...this.paused.keys()];
    const claim = await claimRestate(knex, { now, lease, except });
    if (!claim) return false;
    try {
      await this.restate(knex, claim, { now, lease });
    } catch (error) {
      this.options.logger.error(
        `The closed days of ${claim.entityRef} could not be restated`,
        new ForwardedError('Restating failed', error),
      );
      this.paused.set(claim.entityRef, now + pauseMs);
      await returnRestate(knex, { claim, lease });
    }
    return true;
  }

  private async restate(
    knex: Knex,
    claim: RestateClaim,
    { now, lease }: { now: number; lease: string },
  ): Promise<void> {
    const today = now - (now % dayMs);
    const first = claim.restateFrom - (claim.restateFrom % dayMs);
    const stretch: Stretch = {
      entityRef: claim.entityRef,
      from: Math.max(first, today - daysTold * dayMs),
      today,
      now,
    };
    const [file] = await readServices(knex, {
      entityRefs: [claim.entityRef],
    });
    const teller = new HistoryTeller(stretch.from);
    if (file && file.removedAt === undefined) {
      const inputs = await this.gather(knex, file, stretch);
      for await (const assessment of replayDays(inputs)) {
        teller.tell(assessment);
        await this.options.giveWay?.();
      }
    }
    await knex.transaction(async trx => {
      const entityRefs = [claim.entityRef];
      const held = await lockClaims(trx, { lease, entityRefs });
      if (!held.has(claim.entityRef)) return;
      await storeHistory(trx, teller.history, stretch);
      await finishRestate(trx, { claim, lease, now });
    });
  }

  private async gather(
    knex: Knex,
    file: ServiceFile,
    { from, today }: Stretch,
  ): Promise<ReplayInputs> {
    const { facts, reportedFacts, settings } = this.options;
    // The end of the day before is what the first day is compared with.
    const instants: number[] = [];
    for (let at = from; at <= today; at += dayMs) instants.push(at - 1);
    const policies = await Promise.all(instants.map(at => this.policyAt(at)));
    const { entityRef } = file.summary;
    return gatherPast(knex, {
      file,
      facts,
      reportedFacts,
      settings,
      instants,
      policyAt: at => this.policyAt(at),
      answersAt: await readAnswersThen(knex, entityRef, policies),
    });
  }

  private async policyAt(at: number): Promise<CompiledPolicy> {
    const known = this.policies.get(at);
    if (known) return known;
    const { policy } = await this.options.policy.revisionAt(at);
    if (this.policies.size >= policiesKept) this.policies.clear();
    this.policies.set(at, policy);
    return policy;
  }
}
