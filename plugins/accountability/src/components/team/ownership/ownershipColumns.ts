import { ownershipFacts } from 'backstage-plugin-accountability-common';

type FactId = (typeof ownershipFacts)[number];

/** A column by the fact it shows: its texts, and how the value reads. */
export interface OwnershipColumn {
  fact: FactId;
  text:
    | 'ownerTouch'
    | 'knowledge'
    | 'truckFactor'
    | 'passersBy'
    | 'codeowners'
    | 'attested'
    | 'machineWritten'
    | 'accountable'
    | 'provenance';
  /** `lower-bound`: at least so much; `age`: so long ago. */
  reads?: 'lower-bound' | 'age';
}

const byFact: Record<FactId, Omit<OwnershipColumn, 'fact'>> = {
  'ownership.owner_touch': { text: 'ownerTouch' },
  'ownership.knowledge_retained': { text: 'knowledge' },
  'ownership.truck_factor': { text: 'truckFactor' },
  'ownership.minor_unowned': { text: 'passersBy' },
  'ownership.codeowners_coverage': { text: 'codeowners' },
  'ownership.attestation_age': { text: 'attested', reads: 'age' },
  'ownership.machine_written_share': {
    text: 'machineWritten',
    reads: 'lower-bound',
  },
  'ownership.machine_written_accountable': { text: 'accountable' },
  'ownership.provenance_coverage': { text: 'provenance' },
};

/** The columns in the order in which the facts are read. */
export const ownershipColumns: OwnershipColumn[] = ownershipFacts.map(fact => ({
  fact,
  ...byFact[fact],
}));
