import { PolicyApi } from 'backstage-plugin-accountability-common';

/** What the fake answers, by method; an error is thrown, a promise is awaited. */
export type PolicyAnswers = {
  [K in keyof PolicyApi]:
    | Awaited<ReturnType<PolicyApi[K]>>
    | Error
    | Promise<never>;
};

type Args<K extends keyof PolicyApi> = Parameters<PolicyApi[K]>;

/** The API of policy without a server: answers that a test gives, and what was asked. */
export class FakePolicyApi implements PolicyApi {
  readonly asked: { what: keyof PolicyApi; args: readonly unknown[] }[] = [];

  constructor(public answers: Partial<PolicyAnswers> = {}) {}

  getPolicy(...args: Args<'getPolicy'>) {
    return this.answer('getPolicy', this.answers.getPolicy, args);
  }

  getScorecards(...args: Args<'getScorecards'>) {
    return this.answer('getScorecards', this.answers.getScorecards, args);
  }

  getScorecardServices(...args: Args<'getScorecardServices'>) {
    return this.answer(
      'getScorecardServices',
      this.answers.getScorecardServices,
      args,
    );
  }

  getStandings(...args: Args<'getStandings'>) {
    return this.answer('getStandings', this.answers.getStandings, args);
  }

  getExemptions(...args: Args<'getExemptions'>) {
    return this.answer('getExemptions', this.answers.getExemptions, args);
  }

  getExemption(...args: Args<'getExemption'>) {
    return this.answer('getExemption', this.answers.getExemption, args);
  }

  requestExemption(...args: Args<'requestExemption'>) {
    return this.answer('requestExemption', this.answers.requestExemption, args);
  }

  decideExemption(...args: Args<'decideExemption'>) {
    return this.answer('decideExemption', this.answers.decideExemption, args);
  }

  revokeExemption(...args: Args<'revokeExemption'>) {
    return this.answer('revokeExemption', this.answers.revokeExemption, args);
  }

  getCampaigns(...args: Args<'getCampaigns'>) {
    return this.answer('getCampaigns', this.answers.getCampaigns, args);
  }

  getCampaign(...args: Args<'getCampaign'>) {
    return this.answer('getCampaign', this.answers.getCampaign, args);
  }

  createCampaign(...args: Args<'createCampaign'>) {
    return this.answer('createCampaign', this.answers.createCampaign, args);
  }

  changeCampaign(...args: Args<'changeCampaign'>) {
    return this.answer('changeCampaign', this.answers.changeCampaign, args);
  }

  turnCampaign(...args: Args<'turnCampaign'>) {
    return this.answer('turnCampaign', this.answers.turnCampaign, args);
  }

  getGates(...args: Args<'getGates'>) {
    return this.answer('getGates', this.answers.getGates, args);
  }

  askGate(...args: Args<'askGate'>) {
    return this.answer('askGate', this.answers.askGate, args);
  }

  getDecisions(...args: Args<'getDecisions'>) {
    return this.answer('getDecisions', this.answers.getDecisions, args);
  }

  getDecision(...args: Args<'getDecision'>) {
    return this.answer('getDecision', this.answers.getDecision, args);
  }

  reviewDecision(...args: Args<'reviewDecision'>) {
    return this.answer('reviewDecision', this.answers.reviewDecision, args);
  }

  startBacktest(...args: Args<'startBacktest'>) {
    return this.answer('startBacktest', this.answers.startBacktest, args);
  }

  getBacktest(...args: Args<'getBacktest'>) {
    return this.answer('getBacktest', this.answers.getBacktest, args);
  }

  private async answer<T>(
    what: keyof PolicyApi,
    held: T | Error | Promise<never> | undefined,
    args: readonly unknown[],
  ): Promise<T> {
    this.asked.push({ what, args });
    const answer = await held;
    if (answer instanceof Error) throw answer;
    if (answer === undefined) {
      throw new Error(`The test gives no answer for ${what}`);
    }
    return answer;
  }
}
