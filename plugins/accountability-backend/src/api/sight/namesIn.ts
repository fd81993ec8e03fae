import {
  Attribution,
  CauseClaim,
  FactValue,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { mayQuote } from './mayQuote';
import { Names } from './Names';
import { revertedRecord } from './revertedRecord';

/** Everything that links, records and facts name of other services, or may name. */
export function namesIn(given: {
  links?: readonly Attribution[];
  records?: readonly ServiceRecord[];
  facts?: readonly FactValue[];
}): Names {
  const names: Names = { services: [], records: [], claims: [] };
  for (const link of given.links ?? []) addLink(names, link);
  for (const record of given.records ?? []) addRecord(names, record);
  for (const fact of given.facts ?? []) addFact(names, fact);
  return names;
}

function addLink(names: Names, link: Attribution) {
  const { cause, causeService, candidates, remedy, named } = link;
  names.services.push(...(causeService === undefined ? [] : [causeService]));
  names.records.push(
    ...(cause === undefined ? [] : [cause]),
    ...(remedy ? [remedy.record, ...remedy.undone] : []),
  );
  for (const { record, service } of candidates) {
    names.records.push(record);
    if (service !== undefined) names.services.push(service);
  }
  addClaim(names, named, link.incident);
  if (mayQuote(link)) names.claims.push(link.incident);
}

function addRecord(names: Names, record: ServiceRecord) {
  switch (record.kind) {
    case 'incident':
      addClaim(names, record.cause, record.id);
      addId(names, record.mergedInto);
      break;
    case 'alert':
      addId(names, record.incident);
      break;
    case 'change':
      addId(names, revertedRecord(record));
      break;
    case 'build':
      addId(names, record.run);
      break;
    default:
  }
}

function addFact(names: Names, fact: FactValue) {
  names.records.push(...fact.evidence);
  if (fact.status === 'unknown') return;
  for (const { records } of fact.parts ?? []) names.records.push(...records);
}

function addClaim(names: Names, claim: CauseClaim | undefined, of: string) {
  if (!claim) return;
  if (claim.record === undefined) names.claims.push(of);
  else names.records.push(claim.record);
}

function addId(names: Names, id: string | undefined) {
  if (id !== undefined) names.records.push(id);
}
