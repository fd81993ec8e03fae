import {
  FindingRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  Bill,
  Component,
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
import { whatIsRead } from '../whatIsRead';
import { runningCommits } from './runningCommits';

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
  const isRead = whatIsRead(facts);
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
  const stored = await readBills(knex, {
    subjects,
    shas: runningCommits(records, { from, to }),
    ...(from < to && { from }),
    to,
  });
  // Bills of one list share it, so that it is taken apart once.
  const taken = new Map<StoredBill['components'], Component[]>();
  const takeApart = (list: StoredBill['components']) => {
    const components = taken.get(list) ?? list.map(componentOf);
    taken.set(list, components);
    return components;
  };
  return new Map(
    [...stored].map(([subject, bills]) => [
      subject,
      bills.map(bill => toBill(bill.report, takeApart(bill.components))),
    ]),
  );
}

function toBill(
  report: StoredBill['report'],
  components: readonly Component[],
): Bill {
  return {
    report: report.id,
    subject: report.subject,
    at: report.startedAt,
    sha: report.sha,
    defaultBranch: report.defaultBranch,
    tellsDirect: report.tellsDirect ?? false,
    components,
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
