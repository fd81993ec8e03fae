import { Knex } from 'knex';
import { FoundRepository, findRepository } from './findRepository';
import { Hosts } from './Hosts';
import { listRepositories } from './listRepositories';
import { RepositoryList, writeRepositories } from './writeRepositories';

/** Brings a list in line with the repositories of all services, wherever their hosts say they are. */
export async function syncRepositories(
  { database, hosts }: { database: Knex; hosts: Pick<Hosts, 'typeOf'> },
  given: {
    list: RepositoryList;
    /** Epoch milliseconds. */
    now(): number;
    /** What the list says of one in place of what was found. */
    said?(found: FoundRepository): FoundRepository;
  },
  signal: AbortSignal,
): Promise<void> {
  const { list, now, said = found => found } = given;
  const repositories = new Map(
    [...(await listRepositories(database, signal))].map(
      ([subject, locations]) => [
        subject,
        said(findRepository(subject, locations, hosts)),
      ],
    ),
  );
  await writeRepositories(database, repositories, { list, now: now() });
}
