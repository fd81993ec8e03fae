import {
  BacktestReport,
  FactUnit,
  FactReading,
} from 'backstage-plugin-accountability-common';
import { judgeService } from '../judgeService';
import {
  CompiledPolicy,
  CompiledScorecard,
  FactType,
  PolicyScope,
  whetherScored,
} from '../policy';
import { asInForce } from './asInForce';
import { backtestLimits } from './backtestLimits';
import { backtestWeeks } from './backtestWeeks';
import { incidentsFact } from './backtestFacts';
import { BacktestService } from './BacktestService';
import { CheckTally, StatusThen } from './CheckTally';
import { pastFacts } from './pastFacts';
import { statusesThen } from './statusesThen';
import { Stretch, stretchesOf } from './stretchesOf';

/** What is run, and over what. */
export interface BacktestOptions {
  /** As it was compiled; what is at fault in it is told in the report. */
  candidate: CompiledPolicy;
  /** Facts that there are. */
  facts: readonly FactType[];
  /** Epoch milliseconds. */
  now: number;
  /** Days back from now. */
  days: number;
  /** Weeks after a result in which an incident counts; default 4. */
  incidentWeeks?: number;
}

/** Services named of an owner; names of all checks together; names of one check where there are few. */
const MOST_OF_OWNER = 50;
const MOST_IN_ALL = 20_000;
const MOST_OF_CHECK = 1000;

/**
 * Holds a candidate policy against services one after the other, now and at
 * the start of each past week, and counts. A function of what it is given
 * alone, whatever the order of the services.
 */
export class Backtest {
  static create(options: BacktestOptions): Backtest {
    return new Backtest(options);
  }

  /** Starts of the weeks that are looked at, oldest first. */
  readonly weeks: readonly number[];

  private readonly policy: CompiledPolicy;
  private readonly units: ReadonlyMap<string, FactUnit>;
  private readonly stretches: readonly Stretch[];
  private readonly tallies: ReadonlyMap<CompiledScorecard, CheckTally[]>;
  private services = 0;

  private constructor(private readonly options: BacktestOptions) {
    const { candidate, facts, now, days, incidentWeeks = 4 } = options;
    this.weeks = backtestWeeks(now, days);
    this.policy = asInForce(candidate);
    this.units = new Map(facts.map(({ id, unit }) => [id, unit]));
    this.stretches = stretchesOf(this.weeks, { now, length: incidentWeeks });
    const { scorecards } = this.policy;
    const checks = scorecards.reduce((sum, one) => sum + one.checks.length, 0);
    const each = Math.ceil(MOST_IN_ALL / Math.max(1, checks));
    const shared = {
      weeks: this.weeks,
      stretches: this.stretches,
      length: incidentWeeks,
      most: {
        named: MOST_OF_OWNER,
        namedInAll: Math.min(MOST_OF_CHECK, each),
      },
    };
    this.tallies = new Map(
      scorecards.map(scorecard => [
        scorecard,
        scorecard.checks.map(
          check => new CheckTally({ scorecard, check }, shared),
        ),
      ]),
    );
  }

  /** Takes one service; each once. */
  add(given: BacktestService): void {
    this.services += 1;
    this.addNow(given);
    this.addPast(given);
  }

  report(): BacktestReport {
    const { candidate, facts, now, days, incidentWeeks = 4 } = this.options;
    return {
      asOf: now,
      days,
      services: this.services,
      checks: [...this.tallies.values()].flatMap(tallies =>
        tallies.map(tally => tally.report()),
      ),
      faults: candidate.diagnostics,
      limits: backtestLimits(candidate, { facts, weeks: incidentWeeks }),
    };
  }

  private addNow(given: BacktestService): void {
    const { now } = this.options;
    const { scorecards } = judgeService({
      ...given,
      policy: this.policy,
      now,
      // Nobody asks when it turns.
      until: now,
    });
    const results = new Map(
      scorecards.map(({ scorecard, checks }) => [scorecard, checks]),
    );
    for (const [{ name }, tallies] of this.tallies) {
      const checks = results.get(name);
      tallies.forEach((tally, index) => tally.addNow(given, checks?.[index]));
    }
  }

  private addPast(given: BacktestService): void {
    const facts = this.weeks.map((at, week) =>
      pastFacts(given.past[week] ?? new Map(), { at, units: this.units }),
    );
    const stretches = this.whatCame(given, facts);
    for (const [scorecard, tallies] of this.tallies) {
      const statuses = this.statusesOf(scorecard, { given, facts });
      tallies.forEach((tally, index) =>
        tally.addPast(
          statuses.map(week => week?.[index]),
          stretches,
        ),
      );
    }
  }

  /** For each week the statuses of the checks; undefined where the scorecard is not for the service. */
  private statusesOf(
    scorecard: CompiledScorecard,
    of: { given: BacktestService; facts: readonly Map<string, FactReading>[] },
  ): (StatusThen[] | undefined)[] {
    const { service, past } = of.given;
    const { match, conditions, checks } = scorecard;
    const scopes = this.weeks.map((now, week): PolicyScope => {
      return { service, now, facts: of.facts[week] };
    });
    // The entity is that of today: once is enough.
    const [first] = scopes;
    const matches =
      first && whetherScored({ match, conditions: [] }, first) === 'true';
    if (!matches) return [];
    const statuses = checks.map(check => statusesThen(check, { scopes, past }));
    return scopes.map((scope, week) =>
      whetherScored({ conditions }, scope) === 'true'
        ? statuses.map(ofCheck => ofCheck[week])
        : undefined,
    );
  }

  /** Stretches in which it is known whether an incident began. */
  private whatCame(
    { incidents }: BacktestService,
    facts: readonly ReadonlyMap<string, FactReading>[],
  ): { first: number; incident: boolean }[] {
    const isKnown = (week: number) =>
      facts[week]?.get(incidentsFact)?.status === 'known';
    return this.stretches
      .filter(({ first, next }) => isKnown(first) && isKnown(next))
      .map(({ first, from, to }) => ({
        first,
        incident: incidents.some(at => at >= from && at < to),
      }));
  }
}
