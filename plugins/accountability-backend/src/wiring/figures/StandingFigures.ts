import {
  CheckStatus,
  Coverage,
  ExemptionState,
} from 'backstage-plugin-accountability-common';
import { PolicyFigures } from '../../assessment';

/** How policy and the services that it judges stand, in counts alone. */
export interface StandingFigures {
  results: { scorecard: string; status: CheckStatus; checks: number }[];
  /** `level` is absent for those that have not reached the first. */
  levels: { scorecard: string; level?: string; services: number }[];
  coverage: Coverage;
  exemptions: Record<ExemptionState, number>;
  policy: PolicyFigures & {
    /** Faults of what was read last. */
    faults: number;
  };
}

/** A fact, and of what share of services it is unknown, 0 to 1. */
export interface UnknownFactShare {
  fact: string;
  share: number;
}
