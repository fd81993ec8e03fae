import { Knex } from 'knex';
import { uniqBy } from 'lodash';
import {
  ownerThen,
  readOwnerSpans,
  readSubjectsOfServices,
} from '../../ownership';
import { readRecordsIn } from '../../records';
import { firstCall, Page } from './Page';

/** Pages of a team's services, and how many of its incidents tell. */
export interface PagesRead {
  pages: Page[];
  /** Incidents begun while the team owned the service, but for those that are part of another. */
  incidents: number;
  /** Those of them that tell how they were answered. */
  told: number;
}

/** Incidents begun earlier than this before a week may page in it. */
const EARLIER_MS = 86_400_000;

/**
 * Pages of services in a stretch of time, each where a group of the team owned
 * the service then, in three statements. An incident of two services counts
 * once.
 */
export async function readPages(
  knex: Knex,
  options: {
    entityRefs: readonly string[];
    groups: ReadonlySet<string>;
    /** Epoch milliseconds, `to` exclusive. */
    from: number;
    to: number;
  },
): Promise<PagesRead> {
  const { entityRefs, groups, from, to } = options;
  const servicesBy = await readSubjectsOfServices(knex, { entityRefs });
  const spans = await readOwnerSpans(knex, { entityRefs });
  const records = await readRecordsIn(knex, {
    kind: 'incident',
    ranges: [...servicesBy.keys()].map(subject => ({
      ...{ subject, from: from - EARLIER_MS, to: to - 1 },
    })),
  });
  const ownerAt = (subject: string, at: number) =>
    (servicesBy.get(subject) ?? []).flatMap(ref => {
      const owner = ownerThen(spans.get(ref) ?? [], at);
      return owner.status === 'known' && groups.has(owner.owner)
        ? [owner.owner]
        : [];
    })[0];
  const incidents = uniqBy(records, 'id').flatMap(record => {
    if (record.kind !== 'incident' || record.mergedInto !== undefined)
      return [];
    const call = firstCall(record);
    const at = call?.at ?? record.startedAt;
    const owner = ownerAt(record.subject, at);
    return owner !== undefined && at >= from && at < to
      ? [{ record, call, owner }]
      : [];
  });
  return {
    incidents: incidents.length,
    told: incidents.filter(({ record }) => record.responses).length,
    pages: incidents.flatMap(({ call, owner }) =>
      call
        ? [{ at: call.at, owner, ...(call.team && { rota: call.team }) }]
        : [],
    ),
  };
}
