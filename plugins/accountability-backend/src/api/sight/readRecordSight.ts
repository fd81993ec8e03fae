import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { readAttributions } from '../../assessment';
import { readEntityRefsOfRecords } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { sightOf } from '../sightOf';
import { mayQuote } from './mayQuote';
import { Names } from './Names';
import { RecordSight } from './RecordSight';

interface Asked extends Names {
  /** Of the service that the answer is on, which the caller may read. */
  entityRef: string;
  /** Ids of records of other subjects that are to be shown themselves. */
  shown?: readonly string[];
}

/**
 * What a caller may see of all that one answer names, looked up at once: in at
 * most two statements and one request to the catalog, however much that is,
 * and for who may read everything without either.
 */
export async function readRecordSight(
  context: Pick<ApiContext, 'catalog' | 'database' | 'permissions'>,
  asked: Asked,
  credentials: BackstageCredentials,
): Promise<RecordSight> {
  const { entityRef, claims, shown = [] } = asked;
  const records = [...asked.records, ...shown];
  const services = asked.services.filter(ref => ref !== entityRef);
  if (records.length + services.length + claims.length === 0)
    return sightOfAll();
  const sight = await sightOf(context, credentials);
  const refs = await readEntityRefsOfRecords(context.database, {
    ids: sight.all ? shown : records,
  });
  if (sight.all) return sightOfAll(refs);
  const found = [...refs.values()].flat().filter(ref => ref !== entityRef);
  const readable = await sight.among([...services, ...found]);
  const service = (ref: string) => ref === entityRef || readable.has(ref);
  const record = (id: string) => refs.get(id)?.some(service);
  const own = await readClaimed(context, { entityRef, claims });
  return {
    all: false,
    service,
    record,
    shows: id => record(id) === true,
    claim: (claim, incident) =>
      claim.record === undefined
        ? own.has(incident)
        : record(claim.record) === true,
  };
}

/** Of who may read every service; what is of none is named to them and not shown. */
function sightOfAll(
  refs: ReadonlyMap<string, string[]> = new Map(),
): RecordSight {
  return {
    all: true,
    service: () => true,
    record: () => true,
    shows: id => refs.get(id)?.length !== 0,
    claim: () => true,
  };
}

/** Those of the incidents of a service whose claim was found among its own deployments. */
async function readClaimed(
  { database }: Pick<ApiContext, 'database'>,
  { entityRef, claims }: { entityRef: string; claims: readonly string[] },
): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  const incidents = [...new Set(claims)];
  const links = await readAttributions(database, { entityRef, incidents });
  return new Set(
    links
      .filter(
        link =>
          (link.method === 'explicit' || link.method === 'linked') &&
          link.named === undefined &&
          link.decision === undefined &&
          !mayQuote(link),
      )
      .map(({ incident }) => incident),
  );
}
