import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { createHttpClient } from 'backstage-plugin-accountability-node';
import {
  FakeReply,
  FakeRequest,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';
import { migrate } from '../../../database/__testUtils__/testCatalog';
import { PackageReader } from '../PackageReader';
import { readPackageSources } from '../readPackageSources';
import { readReleases } from '../readReleases';

type DatabaseId = Parameters<TestDatabases['init']>[0];

const never = new AbortController().signal;

/** A registry of npm's kind and deps.dev in one, at `/npm` and `/deps`. */
export async function startRegistry() {
  const replies: Record<string, FakeReply> = {};
  const host = await startFakeHost(
    ({ path }: FakeRequest) => replies[path] ?? { status: 404, body: {} },
  );
  return {
    ...host,
    replies,
    /** Has every path answer the same. */
    clear() {
      Object.keys(replies).forEach(path => delete replies[path]);
      host.requests.length = 0;
    },
    paths: () => host.requests.map(({ path }) => path),
  };
}

/** A registry that is up. */
export type Registry = Awaited<ReturnType<typeof startRegistry>>;

/** The document of a package, as npm's registry has it. */
export function packument(time: Record<string, string>) {
  const versions = Object.keys(time).map(version => [version, {}]);
  return {
    body: { time, versions: Object.fromEntries(versions) },
    headers: { etag: `"${JSON.stringify(time).length}"` },
  };
}

/** A package as deps.dev tells of it. */
export function depsDevPackage(time: Record<string, string>) {
  return {
    body: {
      versions: Object.entries(time).map(([version, publishedAt]) => ({
        versionKey: { system: 'NPM', name: 'a', version },
        publishedAt,
        isDefault: false,
      })),
    },
  };
}

/** What asks a registry for packages, on an empty database. */
export async function packageBench(
  { databases, id }: { databases: TestDatabases; id: DatabaseId },
  given: { sources: object[]; names: string[]; mostBytes?: number },
) {
  const knex = await databases.init(id);
  await migrate(knex);
  const clock = { now: Date.UTC(2026, 10, 23, 12) };
  const state = { ...given };
  const changes: string[][] = [];
  const warnings: string[] = [];
  const create = () =>
    PackageReader.create({
      database: knex,
      sources: readPackageSources(
        new ConfigReader({
          accountability: { packages: { sources: state.sources } },
        }),
        ({ url, token }) =>
          createHttpClient({
            baseUrl: url,
            headers: (): Record<string, string> =>
              token ? { authorization: `Bearer ${token}` } : {},
            mostBytes: state.mostBytes,
            clock: {
              now: () => clock.now,
              sleep: async () => {},
              timeout: () => never,
            },
          }),
      ),
      async *listPackages() {
        yield state.names;
      },
      logger: mockServices.logger.mock({
        warn: message => warnings.push(message),
      }),
      onChanged: async (_, packages) => {
        changes.push(packages);
      },
      now: () => clock.now,
    });
  return {
    knex,
    clock,
    state,
    changes,
    warnings,
    run: (signal = never) => create().run({ signal }),
    row: (name: string) => knex('packages').where({ package: name }).first(),
    read: async (name: string, ...versions: string[]) =>
      (
        await readReleases(knex, {
          versions: new Map([[name, new Set(versions)]]),
        })
      ).get(name),
  };
}
