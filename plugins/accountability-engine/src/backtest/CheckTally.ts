import {
  BacktestCheck,
  CheckResult,
} from 'backstage-plugin-accountability-common';
import { CheckEvaluation, CompiledCheck, CompiledScorecard } from '../policy';
import { BacktestService } from './BacktestService';
import { NewFailures } from './NewFailures';
import { Stretch } from './stretchesOf';
import { compareOutcomes } from './compareOutcomes';

/** What a tally has to know of the whole backtest. */
export interface TallyOptions {
  weeks: readonly number[];
  stretches: readonly Stretch[];
  /** Weeks of a stretch. */
  length: number;
  /** Services named, of an owner and in all. */
  most: { named: number; namedInAll: number };
}

/** A past status; absent where the scorecard is not for the service. */
export type StatusThen = CheckEvaluation['status'] | undefined;

const doesNotHold = (status: string | undefined) =>
  status === 'fail' || status === 'warn';

/** Counts what one check of a candidate comes to, service by service. */
export class CheckTally {
  private readonly now: BacktestCheck['now'] = {
    pass: 0,
    warn: 0,
    fail: 0,
    exempt: 0,
    unknown: 0,
    notApplicable: 0,
  };
  private readonly past: { fail: number; known: number; unknown: number }[];
  private readonly failed = { weeks: 0, withIncident: 0 };
  private readonly passed = { weeks: 0, withIncident: 0 };
  private readonly newly: NewFailures;

  constructor(
    private readonly of: { scorecard: CompiledScorecard; check: CompiledCheck },
    private readonly options: TallyOptions,
  ) {
    this.past = options.weeks.map(() => ({ fail: 0, known: 0, unknown: 0 }));
    this.newly = new NewFailures(options.most);
  }

  /** Takes what the candidate says now; undefined where its scorecard is not for the service. */
  addNow(given: BacktestService, result: CheckResult | undefined): void {
    const status = result?.status ?? 'not-applicable';
    this.now[status === 'not-applicable' ? 'notApplicable' : status] += 1;
    const { scorecard, check } = this.of;
    const was = given.inForce.get(`${scorecard.name}/${check.id}`);
    if (!result || !doesNotHold(status) || doesNotHold(was)) return;
    const { entityRef, owner } = given.service;
    const { title } = given;
    this.newly.add(owner, { entityRef, title, because: result.because });
  }

  /** Takes the statuses of all weeks; `stretches` are those of which incidents are known, with whether one began. */
  addPast(
    statuses: readonly StatusThen[],
    stretches: readonly { first: number; incident: boolean }[],
  ): void {
    statuses.forEach((status, week) => {
      const counts = this.past[week];
      if (status === 'unknown') counts.unknown += 1;
      if (status === 'fail') counts.fail += 1;
      if (status === 'fail' || status === 'pass') counts.known += 1;
    });
    for (const { first, incident } of stretches) {
      const status = statuses[first];
      if (status !== 'fail' && status !== 'pass') continue;
      const side = status === 'fail' ? this.failed : this.passed;
      side.weeks += 1;
      if (incident) side.withIncident += 1;
    }
  }

  report(): BacktestCheck {
    const { scorecard, check } = this.of;
    const { weeks, stretches, length } = this.options;
    const { failed, passed } = this;
    return {
      scorecard: scorecard.name,
      check: check.id,
      title: check.title,
      now: this.now,
      newlyFailing: this.newly.list(),
      past: weeks.map((at, index) => ({
        week: new Date(at).toISOString().slice(0, 10),
        ...this.past[index],
      })),
      incidents: compareOutcomes(
        { failed, passed },
        { weeks: length, most: stretches.length },
      ),
    };
  }
}
