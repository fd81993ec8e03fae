import { BacktestRequest } from '../policy/backtest';
import { GateDecision, GateRequest } from '../policy/gates';
import { PolicyStatusResponse } from '../policy/policyStatus';
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

/** Policy, and what people decide about it, as callers of the API see it. */
export interface PolicyApi {
  getPolicy(): Promise<PolicyStatusResponse>;
  getScorecards(): Promise<ScorecardsResponse>;
  getScorecardServices(
    scorecard: string,
    options?: ScorecardServicesOptions,
  ): Promise<ScorecardServicesResponse>;
  getStandings(options?: StandingsOptions): Promise<StandingsResponse>;

  getExemptions(options?: ExemptionsOptions): Promise<ExemptionsResponse>;
  getExemption(id: string): Promise<ExemptionEntry>;
  requestExemption(request: ExemptionRequest): Promise<ExemptionEntry>;
  decideExemption(
    id: string,
    request: ExemptionDecisionRequest,
  ): Promise<ExemptionEntry>;
  revokeExemption(
    id: string,
    request: RevocationRequest,
  ): Promise<ExemptionEntry>;

  getCampaigns(): Promise<CampaignsResponse>;
  getCampaign(id: string): Promise<CampaignResponse>;
  createCampaign(request: CampaignRequest): Promise<CampaignResponse>;
  changeCampaign(
    id: string,
    request: CampaignRequest,
  ): Promise<CampaignResponse>;
  turnCampaign(
    id: string,
    request: CampaignStateRequest,
  ): Promise<CampaignResponse>;

  getGates(): Promise<GatesResponse>;
  askGate(gate: string, request: GateRequest): Promise<GateDecision>;
  getDecisions(options?: DecisionsOptions): Promise<DecisionsResponse>;
  getDecision(id: string): Promise<DecisionResponse>;
  reviewDecision(id: string, request: ReviewRequest): Promise<DecisionResponse>;

  startBacktest(request: BacktestRequest): Promise<BacktestResponse>;
  getBacktest(id: string): Promise<BacktestResponse>;
}
