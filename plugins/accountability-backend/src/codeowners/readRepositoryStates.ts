import {
  ReferenceHealth,
  ReferenceId,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { LookCounts, countLooks } from '../database/countLooks';
import { healthOfLooks } from '../database/healthOfLooks';

/** How reading files of repositories is going, in one statement. What is said of single ones stays here, since it has their names. */
export async function readRepositoryStates(
  knex: Knex,
  asked: { id: ReferenceId; table: string; on: readonly ReferenceId[] },
): Promise<ReferenceHealth> {
  const { id, table, on } = asked;
  if (!on.includes(id)) return { id, state: 'off' };
  const counts = await countLooks(knex, knex(table));
  return healthOfLooks(id, counts, becauseOf(counts));
}

function becauseOf({ read, absent, failing, givenUp }: LookCounts): string {
  const all = read + absent + failing;
  const tried = failing - givenUp;
  const parts = [
    ...(givenUp > 0
      ? [
          `${givenUp} of ${all} repositories are at a host from which such files are not read`,
        ]
      : []),
    ...(tried > 0
      ? [`${tried} of ${all} repositories could not be read the last time`]
      : []),
  ];
  return `${parts.join(', and ')}.`;
}
