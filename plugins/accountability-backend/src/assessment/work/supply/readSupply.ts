import {
  FindingRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  Beside,
  Bill,
  componentOf,
  DeclaredRuntime,
  FactDefinition,
  Lifecycle,
  PackageHistory,
  VulnerabilityLists,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readRuntimes } from '../../../manifests';
import { StoredBill, readBills } from '../../../records';
import {
  readLifecycles,
  readReleases,
  readVulnerabilities,
} from '../../../reference';

/** What services are built from, and what the world knows of that. */
export interface Supplies {
  /** By subject, any order. */
  bills: ReadonlyMap<string, readonly Bill[]>;
  releases: ReadonlyMap<string, PackageHistory>;
  /** By subject. */
  runtimes: ReadonlyMap<string, readonly DeclaredRuntime[]>;
  lifecycles?: readonly Lifecycle[];
  vulnerabilities: VulnerabilityLists;
}

/** Where no fact asks. */
export const noSupplies: Supplies = {
  bills: new Map(),
  releases: new Map(),
  runtimes: new Map(),
  vulnerabilities: {},
};

/** What is asked, and of what it depends. */
export interface SupplyQuery {
  facts: readonly FactDefinition[];
  subjects: readonly string[];
  /** Records of the subjects as far as they were read. */
  records: readonly ServiceRecord[];
  /** The first and the last instant that is assessed, epoch milliseconds. */
  from: number;
  to: number;
}

/** Reads what facts want to know of the services' supply in a fixed number of statements; nothing that no fact looks at. */
export async function readSupply(
  knex: Knex,
  asked: SupplyQuery,
): Promise<Supplies> {
  const { facts, subjects } = asked;
  const isRead = (what: Beside) =>
    facts.some(({ reads }) => reads?.includes(what));
  const bills =
    isRead('bills') || isRead('releases')
      ? await readBillsOf(knex, asked)
      : noSupplies.bills;
  return {
    bills,
    releases: isRead('releases')
      ? await readReleases(knex, { versions: versionsOf(bills) })
      : noSupplies.releases,
    runtimes: isRead('runtimes')
      ? await readRuntimes(knex, { subjects })
      : noSupplies.runtimes,
    lifecycles: isRead('lifecycles') ? await readLifecycles(knex) : undefined,
    vulnerabilities: isRead('vulnerabilities')
      ? await readVulnerabilities(knex, {
          identifiers: identifiersOf(asked.records),
        })
      : noSupplies.vulnerabilities,
  };
}

async function readBillsOf(
  knex: Knex,
  { subjects, records, from, to }: SupplyQuery,
): Promise<Map<string, Bill[]>> {
  const shas = records.flatMap(record =>
    record.kind === 'deployment' ? record.sha ?? [] : [],
  );
  const stored = await readBills(knex, {
    subjects,
    shas: [...new Set(shas)],
    ...(from < to && { from }),
    to,
  });
  return new Map(
    [...stored].map(([subject, bills]) => [subject, bills.map(toBill)]),
  );
}

function toBill({ report, components }: StoredBill): Bill {
  return {
    report: report.id,
    at: report.startedAt,
    sha: report.sha,
    defaultBranch: report.defaultBranch,
    tellsDirect: report.tellsDirect ?? false,
    components: components.map(componentOf),
  };
}

/** What is asked for directly: of the rest nobody counts how old it is. */
function versionsOf(
  bills: ReadonlyMap<string, readonly Bill[]>,
): Map<string, Set<string>> {
  const versions = new Map<string, Set<string>>();
  for (const { components } of [...bills.values()].flat()) {
    for (const { direct, package: base, version } of components) {
      if (!direct || version === undefined) continue;
      const known = versions.get(base) ?? new Set();
      versions.set(base, known.add(version));
    }
  }
  return versions;
}

function identifiersOf(records: readonly ServiceRecord[]): string[] {
  const findings = records.filter(
    (record): record is FindingRecord => record.kind === 'finding',
  );
  const named = findings.flatMap(({ identifiers = [] }) => identifiers);
  return [...new Set(named.map(name => name.toUpperCase()))];
}
