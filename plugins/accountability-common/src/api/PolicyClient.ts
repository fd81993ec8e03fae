import { BacktestRequest } from '../policy/backtest';
import { GateDecision, GateRequest } from '../policy/gates';
import { PolicyStatusResponse } from '../policy/policyStatus';
import { ApiFetch } from './ApiFetch';
import { PolicyApi } from './PolicyApi';
import { BacktestResponse } from './backtestResponses';
import {
  CampaignRequest,
  CampaignResponse,
  CampaignStateRequest,
  CampaignsResponse,
} from './campaignResponses';
import {
  ExemptionDecisionRequest,
  ExemptionEntry,
  ExemptionRequest,
  ExemptionsOptions,
  ExemptionsResponse,
  RevocationRequest,
} from './exemptionResponses';
import {
  DecisionResponse,
  DecisionsOptions,
  DecisionsResponse,
  GatesResponse,
  ReviewRequest,
} from './gateResponses';
import {
  ScorecardServicesOptions,
  ScorecardServicesResponse,
  ScorecardsResponse,
} from './scorecardResponses';
import { StandingsOptions, StandingsResponse } from './standingResponses';

export type { PolicyApi };

const part = encodeURIComponent;

/** Thin client of policy, exemptions, campaigns and gates. Answers outside 2xx are thrown as `ResponseError`. */
export class PolicyClient extends ApiFetch implements PolicyApi {
  getPolicy() {
    return this.get<PolicyStatusResponse>('/policy');
  }

  getScorecards() {
    return this.get<ScorecardsResponse>('/scorecards');
  }

  getScorecardServices(
    scorecard: string,
    options: ScorecardServicesOptions = {},
  ) {
    return this.get<ScorecardServicesResponse>(
      `/scorecards/${part(scorecard)}/services`,
      { ...options },
    );
  }

  getStandings(options: StandingsOptions = {}) {
    const { cursor, entityRefs } = options;
    return this.get<StandingsResponse>('/standings', {
      cursor,
      entityRefs: entityRefs?.join(','),
    });
  }

  getExemptions(options: ExemptionsOptions = {}) {
    return this.get<ExemptionsResponse>('/exemptions', { ...options });
  }

  getExemption(id: string) {
    return this.get<ExemptionEntry>(`/exemptions/${part(id)}`);
  }

  requestExemption(request: ExemptionRequest) {
    return this.post<ExemptionEntry>('/exemptions', request);
  }

  decideExemption(id: string, request: ExemptionDecisionRequest) {
    return this.post<ExemptionEntry>(
      `/exemptions/${part(id)}/decision`,
      request,
    );
  }

  revokeExemption(id: string, request: RevocationRequest) {
    return this.post<ExemptionEntry>(
      `/exemptions/${part(id)}/revocation`,
      request,
    );
  }

  getCampaigns() {
    return this.get<CampaignsResponse>('/campaigns');
  }

  getCampaign(id: string) {
    return this.get<CampaignResponse>(`/campaigns/${part(id)}`);
  }

  createCampaign(request: CampaignRequest) {
    return this.post<CampaignResponse>('/campaigns', request);
  }

  changeCampaign(id: string, request: CampaignRequest) {
    return this.put<CampaignResponse>(`/campaigns/${part(id)}`, request);
  }

  turnCampaign(id: string, request: CampaignStateRequest) {
    return this.post<CampaignResponse>(`/campaigns/${part(id)}/state`, request);
  }

  getGates() {
    return this.get<GatesResponse>('/gates');
  }

  askGate(gate: string, request: GateRequest) {
    return this.post<GateDecision>(`/gates/${part(gate)}/decisions`, request);
  }

  getDecisions(options: DecisionsOptions = {}) {
    return this.get<DecisionsResponse>('/decisions', { ...options });
  }

  getDecision(id: string) {
    return this.get<DecisionResponse>(`/decisions/${part(id)}`);
  }

  reviewDecision(id: string, request: ReviewRequest) {
    return this.post<DecisionResponse>(
      `/decisions/${part(id)}/review`,
      request,
    );
  }

  startBacktest(request: BacktestRequest) {
    return this.post<BacktestResponse>('/backtests', request);
  }

  getBacktest(id: string) {
    return this.get<BacktestResponse>(`/backtests/${part(id)}`);
  }
}
