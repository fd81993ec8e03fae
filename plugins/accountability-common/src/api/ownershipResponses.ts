import { FactData, FactUnit, UnknownReason } from '../facts';

/** Facts that say whether a team stands for its services, in the order in which they are read. */
export const ownershipFacts = [
  'ownership.owner_touch',
  'ownership.knowledge_retained',
  'ownership.truck_factor',
  'ownership.minor_unowned',
  'ownership.codeowners_coverage',
  'ownership.attestation_age',
  'ownership.machine_written_share',
  'ownership.machine_written_accountable',
  'ownership.provenance_coverage',
] as const;

/** A fact without its evidence. */
export interface FactBrief {
  id: string;
  unit: FactUnit;
  /** Absent where it is unknown. */
  value?: FactData;
  reason?: UnknownReason;
  sampleSize: number;
  because: string;
}

/** A service of a team, with how it is looked after. */
export interface OwnedService {
  entityRef: string;
  title: string;
  owner: string;
  /** Those of `ownershipFacts` that were assessed, in their order. */
  facts: FactBrief[];
}

/** `GET /teams/:kind/:namespace/:name/ownership` */
export interface OwnershipResponse {
  team: { groupRef: string; title: string };
  asOf: number;
  /** By ref, as far as the caller may read them. */
  services: OwnedService[];
  nextCursor?: string;
}
