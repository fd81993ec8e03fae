import { ReferenceId } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readQueueFigures } from '../../assessment';
import { readCodeownersStates } from '../../codeowners';
import { readInboxAges } from '../../ingestion';
import { readManifestStates } from '../../manifests';
import { readListStates, readPackageStates } from '../../reference';
import { WorkFigures } from './WorkFigures';

/** Reads what waits to be done at `now` (epoch milliseconds), in a fixed number of statements; `on` names what is looked up outside. */
export async function readWorkFigures(
  knex: Knex,
  { now, on }: { now: number; on: readonly ReferenceId[] },
): Promise<WorkFigures> {
  return {
    asOf: now,
    queue: await readQueueFigures(knex, { now }),
    inboxSince: await readInboxAges(knex),
    references: [
      ...(await readListStates(knex, { on })),
      await readPackageStates(knex, { on }),
      await readCodeownersStates(knex, { on }),
      await readManifestStates(knex, { on }),
    ],
  };
}
