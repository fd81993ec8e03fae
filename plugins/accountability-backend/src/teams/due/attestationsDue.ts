import { DueItem } from 'backstage-plugin-accountability-common';
import { readDueAttestations } from '../../governance';
import { readOwnerSpans } from '../../ownership';
import { DueAsked } from './DueAsked';

/** Services whose group is to say whether it stands for them, in three statements. */
export async function attestationsDue({
  database,
  scope,
  attestation: settings,
  now,
}: DueAsked): Promise<DueItem[]> {
  const [groupRef] = scope.groups;
  const visible = scope.services.map(({ entityRef }) => entityRef);
  const { due } = await readDueAttestations(database, {
    of: { groupRef, visible },
    ...{ settings, readOwnerSpans, now },
  });
  return due.map(one => ({
    id: `attestation ${one.entityRef}`,
    kind: 'attestation',
    title: 'Attest ownership',
    service: { entityRef: one.entityRef, title: one.title },
    dueAt: one.due.at,
    overdue: one.due.state === 'overdue',
    todo: `Say whether your group stands for ${one.title}: ${one.due.because}`,
    where: { page: 'service', of: one.entityRef },
    attestation: one,
  }));
}
