import { InputError } from '@backstage/errors';
import {
  ServiceRecord,
  TimelineResponse,
  recordKinds,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { quietKindsOf, readAttributions } from '../../assessment';
import { readQuietSources } from '../../ingestion';
import { ServiceFile, readGroupTree, readServices } from '../../ownership';
import {
  countRecordsPerDay,
  readCollectedKinds,
  readRecords,
} from '../../records';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { EntityPath } from '../endpoints';
import { findEntityRef } from '../findEntityRef';
import { missingService } from '../missingService';
import { parseInstant } from '../parseInstant';
import { hideInLink } from '../sight/hideInLink';
import { hideInRecord } from '../sight/hideInRecord';
import { namesIn } from '../sight/namesIn';
import { readRecordSight } from '../sight/readRecordSight';

const DAY = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 90;
const MOST_DAYS = 400;
const MOST_RECORDS = 5_000;

/** `GET /services/…/timeline`: what happened in a window and who owned the service meanwhile. */
export async function getTimeline(
  context: ApiContext,
  req: { params: EntityPath; query: { from?: string; to?: string } },
): Promise<TimelineResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const window = parseWindow(req.query, context.now());
  const entityRef = await findEntityRef(context, req.params, credentials);
  const [service] = await readServices(context.database, {
    entityRefs: [entityRef],
  });
  if (!service) throw missingService(context, entityRef);
  const drawn = await readDrawn(context, service, window);
  const [links, perDay, collected, zone, quiet] = await Promise.all([
    readAttributions(context.database, {
      entityRef,
      incidents: drawn.records
        .filter(record => record.kind === 'incident')
        .map(record => record.id),
    }),
    readPerDay(context, service, window),
    readCollectedKinds(context.database, { subjects: service.subjects }),
    readZone(context, service),
    readQuietSources(context.database),
  ]);
  const seen = new Set([...collected.values()].flat());
  const sight = await readRecordSight(
    context,
    { entityRef, ...namesIn({ links, records: drawn.records }) },
    credentials,
  );
  return {
    service: service.summary,
    ...window,
    zone,
    spans: service.spans,
    truncated: drawn.truncated,
    records: drawn.records.map(record => hideInRecord(record, sight)),
    attributions: links.map(link => hideInLink(link, sight)),
    perDay,
    collected: recordKinds.filter(kind => seen.has(kind)),
    quiet: quietKindsOf(service.subjects, { collected, quiet }),
  };
}

function parseWindow(query: { from?: string; to?: string }, now: number) {
  const to = query.to === undefined ? now : parseInstant('to', query.to);
  const from =
    query.from === undefined
      ? to - DEFAULT_DAYS * DAY
      : parseInstant('from', query.from);
  if (from >= to) {
    throw new InputError('from must lie before to; swap the two');
  }
  if (to - from > MOST_DAYS * DAY) {
    throw new InputError(
      `from and to lie more than ${MOST_DAYS} days apart; ask for less at once`,
    );
  }
  return { from, to };
}

async function readDrawn(
  context: ApiContext,
  service: ServiceFile,
  window: { from: number; to: number },
): Promise<{ records: ServiceRecord[]; truncated: boolean }> {
  const records = await readRecords(context.database, {
    subjects: service.subjects,
    kinds: ['deployment', 'incident'],
    ...window,
    limit: MOST_RECORDS + 1,
  });
  return {
    records: records.slice(0, MOST_RECORDS),
    truncated: records.length > MOST_RECORDS,
  };
}

async function readPerDay(
  context: ApiContext,
  service: ServiceFile,
  window: { from: number; to: number },
): Promise<TimelineResponse['perDay']> {
  const counts = await countRecordsPerDay(context.database, {
    subjects: service.subjects,
    kinds: ['alert', 'build', 'change'],
    ...window,
  });
  return counts.flatMap(({ day, kind, count }) =>
    kind === 'alert' || kind === 'build' || kind === 'change'
      ? [{ day, kind, count }]
      : [],
  );
}

async function readZone(
  context: ApiContext,
  service: ServiceFile,
): Promise<string> {
  const { owner } = service.summary;
  if (!owner) return 'UTC';
  const [group] = await readGroupTree(context.database, { groupRef: owner });
  return group?.zone ?? 'UTC';
}
