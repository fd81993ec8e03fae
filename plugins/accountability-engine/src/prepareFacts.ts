import {
  RecordKind,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { attribute } from './attribution';
import { attestChanges } from './attestChanges';
import { chargesOf } from './chargesOf';
import { byStart, Contents, contentsOf } from './delivery';
import { AssessInput } from './assessTypes';
import { dropCoveredPushes } from './dropCoveredPushes';
import { emptyRecords } from './emptyRecords';
import { FactContext, RecordsByKind } from './facts/defineFact';
import { RecordOrder } from './keepNewest';
import { nobodyKnown } from './people';
import { nothingSupplied, Supply } from './supply';
import { placerOf, PlaceRecords } from './placeRecords';
import { earliest, ownerAtOf } from './time';

/** What measuring facts of one service depends on; an `AssessInput` is one. */
export type FactInput = Pick<
  AssessInput,
  | 'now'
  | 'service'
  | 'records'
  | 'collectedKinds'
  | 'sourceKinds'
  | 'quietKinds'
  | 'settings'
  | 'peers'
  | 'overrides'
  | 'bursts'
  | 'foreignCharges'
  | 'groups'
  | 'poolTotals'
  | 'people'
  | 'authorship'
  | 'codeowners'
  | 'attestations'
  | 'exemptions'
  | 'exemptionsSince'
  | 'supply'
  | 'siblings'
  | 'servicesOfOwner'
>;

/** Work shared by all facts of one service, done once. */
export interface PreparedFacts {
  input: FactInput;
  context: Omit<
    FactContext,
    'window' | 'inWindow' | 'environment' | 'contents'
  >;
  /** What each deployment of an environment brought; worked out when first asked for. */
  contentsIn(environment: string): ReadonlyMap<string, Contents>;
  /** Which records count in the window of a fact. */
  place: PlaceRecords;
  /** For putting evidence in order. */
  order: RecordOrder;
  /** When the first record that lies ahead of `now` begins. */
  nextRecordAt?: number;
}

/** Sorts records by kind, leaves out those that lie ahead, and attributes incidents. */
export function prepareFacts(input: FactInput): PreparedFacts {
  const records = emptyRecords();
  const ids: string[] = [];
  const places = new Map<string, number>();
  let nextRecordAt: number | undefined;
  for (const record of [...input.records].sort(byStart)) {
    if (record.startedAt > input.now) {
      nextRecordAt = earliest(nextRecordAt, record.startedAt);
      continue;
    }
    places.set(record.id, ids.push(record.id) - 1);
    addRecord(records, record);
  }
  records.change = attestChanges(
    dropCoveredPushes(records.change),
    records.report,
  );
  const ownerAt = ownerAtOf(input.service.spans);
  const { now, service, settings } = input;
  const contentsIn = contentsByEnvironment(records);
  const { attributions, remedies } = attribute({
    now,
    incidents: records.incident,
    deployments: records.deployment,
    contents: contentsIn('production'),
    peers: input.peers ?? [],
    overrides: input.overrides ?? [],
    bursts: input.bursts ?? [],
    profile: settings.attribution,
    remedyRules: settings,
    ownerAt,
  });
  const context = {
    now,
    service,
    profile: settings.attribution,
    records,
    attributions,
    remedies,
    charges: chargesOf(attributions, { ...input, records }),
    zoneOf: (owner: string) => input.groups?.zones.get(owner),
    teamsOf: (rota: string) => input.groups?.rotas.get(rota) ?? [],
    ownerAt,
    poolTotals: input.poolTotals,
    people: input.people ?? nobodyKnown,
    authorship: input.authorship?.filter(({ day }) => day <= now),
    codeowners: input.codeowners ?? [],
    attestations: attestedUntil(now, input),
    exemptions: input.exemptions?.filter(one => one.requestedAt <= now),
    exemptionsSince: input.exemptionsSince,
    supply: supplyAt(now, input.supply ?? nothingSupplied),
    siblings: input.siblings,
    servicesOfOwner: input.servicesOfOwner,
  };
  const order = { ids, places };
  const place = placerOf(records);
  return { input, context, contentsIn, place, order, nextRecordAt };
}

/** Oldest first. */
function attestedUntil(now: number, { attestations = [] }: FactInput) {
  return attestations.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
}

/** Bills that were there by then, newest first. */
function supplyAt(now: number, supply: Supply): Supply {
  const bills = supply.bills.filter(({ at }) => at <= now);
  return { ...supply, bills: bills.sort((a, b) => b.at - a.at) };
}

function contentsByEnvironment(
  records: RecordsByKind,
): PreparedFacts['contentsIn'] {
  const known = new Map<string, ReadonlyMap<string, Contents>>();
  return environment => {
    const contents =
      known.get(environment) ??
      contentsOf(
        records.deployment.filter(one => one.environment === environment),
        records.change,
      );
    known.set(environment, contents);
    return contents;
  };
}

/** Kinds of `needs` that are not among `kinds`, in the order of the vocabulary. */
export function missingKinds(
  needs: readonly RecordKind[],
  kinds: readonly RecordKind[],
): RecordKind[] {
  return recordKinds.filter(
    kind => needs.includes(kind) && !kinds.includes(kind),
  );
}

function addRecord(records: RecordsByKind, record: ServiceRecord) {
  switch (record.kind) {
    case 'deployment':
      records.deployment.push(record);
      break;
    case 'incident':
      records.incident.push(record);
      break;
    case 'change':
      records.change.push(record);
      break;
    case 'build':
      records.build.push(record);
      break;
    case 'alert':
      records.alert.push(record);
      break;
    case 'finding':
      records.finding.push(record);
      break;
    default:
      records.report.push(record);
  }
}
