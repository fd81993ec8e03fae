import {
  CheckResult,
  Clause,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';
import {
  decideGate,
  GateVerdict,
  judgeService,
} from 'backstage-plugin-accountability-engine';
import { PreparedCase } from './PreparedCase';
import { Target } from './Target';

/** What something came to, in the words of expectations, and why. */
export interface Outcome {
  word: string;
  because: string;
  /** Of checks and rules. */
  clauses: Clause[];
}

/** What the policy says in one case, asked for by name. */
export class Outcomes {
  readonly scorecards: ScorecardResult[];
  private readonly gates = new Map<string, GateVerdict>();

  constructor(private readonly given: PreparedCase) {
    this.scorecards = judgeService({ ...given, until: given.now }).scorecards;
  }

  /** Undefined of `rest`, which is many. */
  of(target: Target): Outcome | undefined {
    switch (target.of) {
      case 'check':
        return this.check(target.scorecard, target.check);
      case 'level':
        return this.level(target.scorecard);
      case 'gate':
        return this.gate(target.gate);
      case 'rule':
        return this.rule(target.gate, target.rule);
      default:
        return undefined;
    }
  }

  /** What a gate says; undefined where it is not asked at the point of the case. */
  verdict(name: string): GateVerdict | undefined {
    const { policy, question } = this.given;
    const gate = policy.gates.find(each => each.name === name);
    if (!gate || !gate.points.includes(question.point)) return undefined;
    const { scorecards } = policy;
    const said =
      this.gates.get(name) ?? decideGate({ ...this.given, gate, scorecards });
    this.gates.set(name, said);
    return said;
  }

  private check(scorecard: string, check: string): Outcome {
    const scored = this.scorecards.find(each => each.scorecard === scorecard);
    const result = scored?.checks.find(each => each.check === check);
    if (result) return outcomeOf(result);
    const because = scored
      ? 'Its mode is off.'
      : `${scorecard} does not judge this service at this instant.`;
    return { word: 'not-applicable', because, clauses: [] };
  }

  private level(scorecard: string): Outcome {
    const scored = this.scorecards.find(each => each.scorecard === scorecard);
    if (!scored) {
      const because = `${scorecard} does not judge this service at this instant.`;
      return { word: 'not-applicable', because, clauses: [] };
    }
    const { name = 'none', blockedBy } = scored.level;
    const because =
      blockedBy.length > 0
        ? `In the way of the next: ${blockedBy.join(', ')}.`
        : 'Nothing is in the way.';
    return { word: name, because, clauses: [] };
  }

  private gate(name: string): Outcome {
    const verdict = this.verdict(name);
    if (!verdict) return this.unasked(name);
    return { word: verdict.outcome, because: verdict.because, clauses: [] };
  }

  private rule(name: string, rule: string): Outcome {
    const verdict = this.verdict(name);
    if (!verdict) return this.unasked(name);
    const result = verdict.rules.find(each => each.rule === rule);
    if (!result) {
      const because = `It is off at the point ${this.given.question.point}.`;
      return { word: 'skip', because, clauses: [] };
    }
    const { outcome, because, clauses } = result;
    return { word: outcome, because, clauses };
  }

  private unasked(name: string): Outcome {
    const { point } = this.given.question;
    const points = this.given.policy.gates.find(
      each => each.name === name,
    )?.points;
    return {
      word: 'not asked',
      because: `The gate is not asked at the point ${point}, only at ${points?.join(
        ', ',
      )}; name one in request.`,
      clauses: [],
    };
  }
}

function outcomeOf({ status, because, clauses }: CheckResult): Outcome {
  return { word: status, because, clauses };
}
