import { DueAttestation } from './attestationResponses';

/** What may be due of a team. */
export const dueKinds = [
  'exemption-to-decide',
  'exemption-ending',
  'exemption-ended',
  'attestation',
  'campaign',
  'findings',
  'break-glass',
  'enforcement',
] as const;

/** See `dueKinds`. */
export type DueKind = (typeof dueKinds)[number];

/** Where it is done: a page of the portal, and what it is of: an id, or the entity ref of a service. */
export interface DuePlace {
  page: 'exemptions' | 'service' | 'campaign' | 'decision' | 'scorecard';
  of: string;
}

/** Something that a team is to do. */
export interface DueItem {
  /** Unlike any other's of the list. */
  id: string;
  kind: DueKind;
  title: string;
  /** Where it is of one service. */
  service?: { entityRef: string; title: string };
  /** Epoch milliseconds. */
  dueAt: number;
  overdue: boolean;
  /** What to do, and on what it rests. */
  todo: string;
  where: DuePlace;
  /** Of an attestation: what it takes to give it. */
  attestation?: DueAttestation;
}

/** `GET /teams/:kind/:namespace/:name/due`: what is due of a group and the groups below it, the longest due first. */
export interface DueResponse {
  team: { groupRef: string; title: string };
  asOf: number;
  items: DueItem[];
  total: number;
  overdue: number;
  /** What the caller may not see, and why. */
  leftOut: { kind: DueKind; because: string }[];
  nextCursor?: string;
}
