import { ExemptionSubject } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { dueBinds, dueColumns, insertDue, mergeDue } from './markDue';

const columns = {
  service: 'entity_ref',
  owner: 'owner_ref',
  system: 'system',
};

/** Makes every service due that an exemption is for, in one statement, in the order of refs: two writers never deadlock. */
export async function markExemptedDue(
  trx: Knex,
  { subject, dueAt }: { subject: ExemptionSubject; dueAt: number },
): Promise<void> {
  await trx.raw(
    `${insertDue} select entity_ref, ${dueColumns(trx)} from services
    where ?? = ? and removed_at is null order by entity_ref ${mergeDue(trx)}`,
    [...dueBinds({ dueAt }), columns[subject.by], subject.ref],
  );
}
