import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  AttestationResponse,
  attestationDecidePermission,
} from 'backstage-plugin-accountability-common';
import {
  dueAttestation,
  isAskable,
  readAttestationEntries,
  readCadence,
} from '../../governance';
import { ServiceFile } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { isMember } from './isMember';

const MOST_ENTRIES = 100;

/** What was said of a service, and when its owner is asked next. */
export async function showAttestations(
  context: ApiContext,
  service: ServiceFile,
  given: { credentials: Caller; now: number },
): Promise<AttestationResponse> {
  const { credentials, now } = given;
  const { summary, spans, entity } = service;
  const { entityRef } = summary;
  const entries =
    (
      await readAttestationEntries(context.database, {
        entityRefs: [entityRef],
      })
    ).get(entityRef) ?? [];
  const cadence = readCadence(entity, context.attestation);
  return {
    service: summary,
    asOf: now,
    everyDays: cadence.everyDays,
    ...dueAttestation({ ...summary, spans, cadence }, entries, now),
    entries: entries.slice(-MOST_ENTRIES).reverse(),
    mayAttest: await mayAttest(context, summary, credentials),
  };
}

async function mayAttest(
  context: ApiContext,
  { owner, ownerResolves }: ServiceFile['summary'],
  credentials: Caller,
): Promise<boolean> {
  if (!isAskable(owner) || !ownerResolves) return false;
  const [decision] = await context.permissions.authorize(
    [{ permission: attestationDecidePermission }],
    { credentials },
  );
  return (
    decision.result === AuthorizeResult.ALLOW &&
    isMember(context, credentials, owner)
  );
}
