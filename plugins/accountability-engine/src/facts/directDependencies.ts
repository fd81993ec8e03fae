import { uniqBy } from 'lodash';
import { Component } from '../supply';
import { deployedBills } from './billsOf';
import { FactContext, Measurement } from './defineFact';

/** What a service asks for itself, each package in each version once. */
export interface DirectDependencies {
  components: readonly Component[];
  /** Record ids of the bills that name them. */
  reports: readonly string[];
  /** Which bill says so, to end a sentence with. */
  basis: string;
}

/** The direct dependencies of what runs now, or why nobody knows them. */
export function directDependencies(
  context: FactContext,
): DirectDependencies | Extract<Measurement, { status: 'unknown' }> {
  const { bills, basis } = deployedBills(context);
  if (bills.length === 0) {
    return {
      status: 'unknown',
      reason: 'never-collected',
      because:
        'No bill of materials says what it is built from; let CI upload one in CycloneDX or SPDX',
    };
  }
  const telling = bills.filter(({ tellsDirect }) => tellsDirect);
  if (telling.length === 0) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      evidence: bills.map(({ report }) => report),
      because:
        'The bill of materials does not say which packages are asked for directly; have the tool that makes it write the graph of dependencies too',
    };
  }
  return {
    components: uniqBy(
      telling
        .flatMap(({ components }) => components)
        .filter(({ direct }) => direct),
      one => `${one.package}@${one.version}`,
    ),
    reports: telling.map(({ report }) => report),
    basis:
      basis === 'deployed'
        ? 'by the bill of the deployed commit'
        : 'by the newest bill, since none is of a deployed commit',
  };
}
