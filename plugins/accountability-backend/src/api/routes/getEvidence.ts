import { InputError, NotFoundError } from '@backstage/errors';
import {
  EvidenceResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { ServiceFile } from '../../ownership';
import { readRecordsById } from '../../records';
import { ApiContext } from '../ApiContext';
import { Caller, authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { EntityPath } from '../endpoints';
import { FoundEvidence, findLinkedRecords } from '../findLinkedRecords';
import { findService } from '../findService';
import { parsePastInstant } from '../parseInstant';
import { hideInLink } from '../sight/hideInLink';
import { hideInRecord } from '../sight/hideInRecord';
import { namesIn } from '../sight/namesIn';
import { readRecordSight } from '../sight/readRecordSight';

const PAGE = 100;
// The first page's instant goes along, so that later pages are of the same measurement.
const place = z.strictObject({
  at: z.number(),
  skip: z.number().int().min(0),
});

type Query = { fact?: string; record?: string; at?: string; cursor?: string };

/** `GET /services/…/evidence`: all records behind a fact, or a record with those it is linked to. */
export async function getEvidence(
  context: ApiContext,
  req: { params: EntityPath; query: Query },
): Promise<EvidenceResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const { query } = req;
  if ((query.fact === undefined) === (query.record === undefined)) {
    throw new InputError('Give exactly one of fact and record');
  }
  const from = readPlace(query, context.now());
  const service = await findService(context, req.params, credentials);
  const evidence =
    query.fact === undefined
      ? await findLinkedRecords(context, service, {
          record: query.record ?? '',
          at: from.at,
          past: query.at !== undefined,
        })
      : await measure(context, service, { fact: query.fact, at: from.at });
  return readPage(context, { service, evidence, credentials, ...from });
}

function readPlace(query: Query, now: number) {
  const cursor = readCursor(place, query.cursor);
  if (cursor) return cursor;
  const at =
    query.at === undefined ? now : parsePastInstant('at', query.at, now);
  return { at, skip: 0 };
}

async function measure(
  context: ApiContext,
  service: ServiceFile,
  { fact, at }: { fact: string; at: number },
): Promise<FoundEvidence> {
  const { entityRef } = service.summary;
  const evidence = await context.past.measureEvidence({ entityRef, fact, at });
  if (!evidence) {
    throw new NotFoundError(
      `There is no fact "${fact}"; the scorecard of the service lists all facts`,
    );
  }
  const { recordIds, because } = evidence;
  return { recordIds, because: () => because };
}

async function readPage(
  context: ApiContext,
  asked: {
    service: ServiceFile;
    evidence: FoundEvidence;
    credentials: Caller;
    at: number;
    skip: number;
  },
): Promise<EvidenceResponse> {
  const { at, skip } = asked;
  const { link, because, recordIds } = asked.evidence;
  const ids = recordIds.slice(skip, skip + PAGE);
  const records = await readRecordsById(context.database, { ids });
  const names = namesIn({ links: link && [link], records });
  const { summary, subjects } = asked.service;
  const foreign = records.filter(one => !subjects.includes(one.subject));
  const { entityRef } = summary;
  const sight = await readRecordSight(
    context,
    { entityRef, ...names, shown: foreign.map(({ id }) => id) },
    asked.credentials,
  );
  const byId = new Map(records.map(record => [record.id, record]));
  return {
    service: summary,
    because: because(link && hideInLink(link, sight)),
    records: ids.flatMap(id => {
      const record = byId.get(id);
      return record && (!foreign.includes(record) || sight.shows(id))
        ? [hideInRecord(record, sight)]
        : [];
    }),
    total: recordIds.length,
    nextCursor:
      recordIds.length > skip + PAGE
        ? writeCursor({ at, skip: skip + PAGE })
        : undefined,
  };
}
