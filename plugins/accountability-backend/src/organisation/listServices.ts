import {
  Burden,
  CheckStatus,
  OrganisationService,
  severities,
} from 'backstage-plugin-accountability-common';
import { Organisation } from './Organisation';
import { ResultState, ServiceState } from './ServiceState';
import { lowest } from './levelsBefore';
import { PolicyChecks, checkKey } from './policyChecks';
import { Selection, selectStates } from './selectStates';
import {
  failed,
  lastKnown,
  passed,
  statusOrder,
  unknown,
  warned,
} from './statusOrder';

/** Where a page of services ended. */
export interface ServicesPlace {
  notPassing: number;
  entityRef: string;
}

/** What of the services behind a cell is asked for. */
export interface ServicesQuery extends Selection {
  burden?: Burden;
  /** `scorecard/check`. */
  check?: string;
  after?: ServicesPlace;
  limit: number;
  checks: PolicyChecks;
}

interface Ranked extends ServicesPlace {
  state: ServiceState;
}

/** The services behind a cell or a check, those with most that does not pass first. */
export function listServices(
  organisation: Organisation,
  query: ServicesQuery,
): { total: number; services: OrganisationService[]; next?: ServicesPlace } {
  const { after, limit } = query;
  const asked = askedOf(organisation, query);
  const ranked = selectStates(organisation, query).flatMap(
    (state): Ranked[] => {
      const own = state.results.filter(({ check }) => asked[check]);
      if (query.check !== undefined && !own.some(isOpen)) return [];
      const notPassing = own.filter(isNotPassing).length;
      return [{ state, notPassing, entityRef: state.entityRef }];
    },
  );
  ranked.sort(inOrder);
  const rest = after ? ranked.filter(one => inOrder(one, after) > 0) : ranked;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    total: ranked.length,
    services: page.map(({ state }) =>
      toService(state, { organisation, asked, checks: query.checks }),
    ),
    ...(rest.length > limit &&
      last && {
        next: { notPassing: last.notPassing, entityRef: last.entityRef },
      }),
  };
}

/** Which checks are asked about, by number. */
function askedOf(
  { names }: Organisation,
  { burden, check }: ServicesQuery,
): boolean[] {
  return names.all.map(
    name =>
      (burden === undefined || name.burden === burden) &&
      (check === undefined || checkKey(name) === check),
  );
}

function isNotPassing({ status }: ResultState): boolean {
  return status === warned || status === failed;
}

function isOpen(result: ResultState): boolean {
  return isNotPassing(result) || result.status === unknown;
}

function inOrder(a: ServicesPlace, b: ServicesPlace): number {
  const more = b.notPassing - a.notPassing;
  if (more !== 0 || a.entityRef === b.entityRef) return more;
  return a.entityRef < b.entityRef ? -1 : 1;
}

interface Given {
  organisation: Organisation;
  /** Whether a check is asked about, by number. */
  asked: readonly boolean[];
  checks: PolicyChecks;
}

function toService(state: ServiceState, given: Given): OrganisationService {
  const { entityRef, title, owner } = state;
  const level = lowest(state.levels);
  const known = state.results.filter(({ status }) => status <= lastKnown);
  const asked = state.results.filter(
    ({ check, status }) =>
      given.asked[check] && status !== passed && status <= unknown,
  );
  return {
    ...{ entityRef, title },
    ...(owner !== undefined && { owner }),
    ...(level?.level !== undefined && { level: level.level }),
    levelRank: level?.rank ?? 0,
    ladder: level?.ladder ?? [],
    coverage: {
      known: known.length,
      applicable: state.results.filter(({ status }) => status <= unknown)
        .length,
    },
    results: asked
      .map(result => toResult(result, given))
      .sort(
        (a, b) =>
          urgency(b.status) - urgency(a.status) ||
          severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
          (checkKey(a) < checkKey(b) ? -1 : 1),
      ),
  };
}

function toResult(
  { check: number, status, since }: ResultState,
  { organisation: { names }, checks }: Given,
): OrganisationService['results'][number] {
  const name = names.nameOf(number);
  const said = checks.get(checkKey(name));
  return {
    ...{ ...name, since },
    title: said?.title ?? name.check,
    severity: said?.severity ?? 'medium',
    status: statusOrder[status],
  };
}

/** Fails before warnings, these before what is unknown, and exempt ones last. */
function urgency(status: CheckStatus): number {
  return ['unknown', 'warn', 'fail'].indexOf(status);
}
