/** Parts of the week by the clock of a team: Monday to Friday from 08:00 to 18:00, until 22:00, and the rest. */
export const shifts = ['working', 'evening', 'night'] as const;

/** See `shifts`. */
export type Shift = (typeof shifts)[number];

/** Pages of one ISO week, by part of the week. */
export interface OnCallWeek extends Record<Shift, number> {
  /** Epoch milliseconds: Monday 00:00 in the zone of the team, and that of the next. */
  from: number;
  to: number;
}

/** Pages that reached one rota. */
export interface RotaLoad {
  /** The source's own name of it; absent for pages whose rota was not told. */
  rota?: string;
  /** The group of the team that answers to it, by title; absent where none says so. */
  group?: { groupRef: string; title: string };
  weeks: OnCallWeek[];
}

/** `GET /teams/:kind/:namespace/:name/on-call`: how often a group and the groups below it were called, week by week. Of rotas, never of people. */
export interface OnCallResponse {
  team: { groupRef: string; title: string };
  asOf: number;
  /** IANA name of the zone that weeks begin in. */
  zone: string;
  /** `unknown` where of no service it is known whether it pages; there are then no weeks. */
  status: 'known' | 'unknown';
  /** On what it rests, or what would make it known. */
  because: string;
  /** Of how many services of today it is known. */
  services: { known: number; total: number };
  /** Eight, oldest first; the last is not over. */
  weeks: OnCallWeek[];
  /** The one called most first. */
  rotas: RotaLoad[];
  /** Pages of services of the team that reached rotas of others; they are in no week. */
  elsewhere: number;
  /** Pages a week from which on a rota carries too much. */
  limit?: { perWeek: number; fact: string };
}
