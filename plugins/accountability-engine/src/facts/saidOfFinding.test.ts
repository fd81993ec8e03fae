import { nothingSupplied, VulnerabilityLists } from '../supply';
import { ago, found, referenceNow } from '../testing';
import { saidOfFinding } from './saidOfFinding';

const cve = 'CVE-2026-0001';
const other = 'CVE-2026-0002';
const kev = (since: Record<string, number>): VulnerabilityLists => ({
  exploited: { asOf: ago(1, 'd'), since: new Map(Object.entries(since)) },
});
const epss = (scores: Record<string, number>): VulnerabilityLists => ({
  scores: { asOf: ago(1, 'd'), epss: new Map(Object.entries(scores)) },
});
const say = (
  given: Parameters<typeof found>[1],
  vulnerabilities: VulnerabilityLists,
) =>
  saidOfFinding(
    found('f', {
      knownExploited: undefined,
      startedAt: ago(10, 'd'),
      ...given,
    }),
    { now: referenceNow, supply: { ...nothingSupplied, vulnerabilities } },
  );

describe('what is said of a finding', () => {
  it.each([
    {
      given: 'its source, where no list is loaded',
      finding: { knownExploited: true },
      lists: {},
      gives: { isCompared: true, exploitedSince: ago(10, 'd') },
    },
    {
      given: 'its source, where a list has it since later',
      finding: { knownExploited: true, identifiers: [cve] },
      lists: kev({ [cve]: ago(2, 'd') }),
      gives: { isCompared: true, exploitedSince: ago(2, 'd') },
    },
    {
      given: 'its source, where a list has it after now',
      finding: { knownExploited: true, identifiers: [cve] },
      lists: kev({ [cve]: ago(-2, 'd') }),
      gives: { isCompared: true, exploitedSince: ago(10, 'd') },
    },
    {
      given: 'a list, whatever its source says, from its earliest entry',
      finding: { knownExploited: false, identifiers: [cve, other] },
      lists: kev({ [cve]: ago(2, 'd'), [other]: ago(5, 'd') }),
      gives: { isCompared: true, exploitedSince: ago(5, 'd') },
    },
    {
      given: 'a list at this very instant',
      finding: { identifiers: [cve] },
      lists: kev({ [cve]: referenceNow }),
      gives: { isCompared: true, exploitedSince: referenceNow },
    },
    {
      given: 'a list after now: nothing yet',
      finding: { identifiers: [cve, other] },
      lists: kev({ [cve]: ago(-2, 'd'), [other]: ago(-1, 'd') }),
      gives: { isCompared: true, exploitedFrom: ago(-1, 'd') },
    },
    {
      given: 'a list that has not its CVE',
      finding: { identifiers: ['cve-2026-0009'] },
      lists: kev({}),
      gives: { isCompared: true },
    },
    {
      given: 'a list, of one without a CVE: nothing',
      finding: { identifiers: ['GHSA-aaaa-bbbb-cccc', 'CWE-79'] },
      lists: kev({}),
      gives: { isCompared: false },
    },
    {
      given: 'scores alone: nothing of what is exploited',
      finding: { identifiers: [cve] },
      lists: epss({ [cve]: 0.05 }),
      gives: { isCompared: false, isLikely: false },
    },
    {
      given: 'the highest of the scores of its names',
      finding: { identifiers: [cve, other.toLowerCase()] },
      lists: epss({ [cve]: 0.05, [other]: 0.1 }),
      gives: { isCompared: false, isLikely: true },
    },
    {
      given: 'nobody, of a secret, which needs no comparison',
      finding: { category: 'secret' as const },
      lists: {},
      gives: { isCompared: true },
    },
    {
      given: 'nobody, of own code, which needs no comparison',
      finding: { category: 'code' as const, identifiers: ['CWE-79'] },
      lists: {},
      gives: { isCompared: true },
    },
    {
      given: 'nobody, of code that names an advisory, which does',
      finding: {
        category: 'code' as const,
        identifiers: ['GHSA-aaaa-bbbb-cccc'],
      },
      lists: kev({}),
      gives: { isCompared: false },
    },
    {
      given: 'nobody, of one of no category, which does',
      finding: {},
      lists: kev({}),
      gives: { isCompared: false },
    },
  ])('comes from $given', ({ finding, lists, gives }) => {
    expect(say(finding, lists)).toEqual(gives);
  });
});
