import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { componentOf } from 'backstage-plugin-accountability-engine';
import { Clock, createHttpClient } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { readEntityRefsOfSubjects } from '../ownership';
import { listDirectPurls } from '../records';
import { PackageReader, readPackageSources } from '../reference';
import { markSpread } from './markSpread';

/** The document of a package with thousands of versions has about as many bytes. */
const MOST_BYTES = 32 * 1024 * 1024;
/** With three tries, five packages at once and two sources well within a lease. */
const TIMEOUT_MS = 20_000;

interface Options {
  config: RootConfigService;
  logger: LoggerService;
  knex: Knex;
  /** Has what was made due assessed at once. */
  wake(): void;
  /** The backend shuts down. */
  stop: AbortSignal;
  /** For tests. */
  clock?: Clock;
}

/** What asks by the clock when packages were released. Throws where the configuration of a source cannot be read. */
export function createPackageTask(options: Options): {
  packages: (signal: AbortSignal) => Promise<void>;
} {
  const { config, knex, clock } = options;
  const now = clock?.now ?? Date.now;
  const headersOf = (token?: string): Record<string, string> =>
    token ? { authorization: `Bearer ${token}` } : {};
  let changed = false;
  const reader = PackageReader.create({
    ...options,
    database: knex,
    sources: readPackageSources(config, ({ url, token }) =>
      createHttpClient({
        baseUrl: url,
        headers: () => headersOf(token),
        timeoutMs: TIMEOUT_MS,
        mostBytes: MOST_BYTES,
        clock,
      }),
    ),
    listPackages: signal => listPackages(knex, { now: now(), signal }),
    onChanged: async (trx, packages) => {
      const subjects = await readSubjectsOf(trx, new Set(packages), now());
      const refs = await readEntityRefsOfSubjects(trx, { subjects });
      const entityRefs = [...new Set([...refs.values()].flat())].sort();
      await markSpread(trx, { entityRefs, now: now() });
      changed = true;
    },
    now,
  });
  return {
    packages: async signal => {
      changed = false;
      await reader.run({ signal: AbortSignal.any([signal, options.stop]) });
      if (changed) options.wake();
    },
  };
}

async function* listPackages(
  knex: Knex,
  asked: { now: number; signal: AbortSignal },
): AsyncGenerator<string[]> {
  for await (const part of listDirectPurls(knex, asked)) {
    yield part.flatMap(({ purls }) => purls.map(baseOf));
  }
}

/** Subjects whose newest bills name any of the packages directly. */
async function readSubjectsOf(
  knex: Knex,
  packages: ReadonlySet<string>,
  now: number,
): Promise<string[]> {
  const found = new Set<string>();
  for await (const part of listDirectPurls(knex, { now })) {
    for (const { subject, purls } of part) {
      if (purls.some(purl => packages.has(baseOf(purl)))) found.add(subject);
    }
  }
  return [...found];
}

function baseOf(purl: string): string {
  return componentOf({ purl }).package;
}
