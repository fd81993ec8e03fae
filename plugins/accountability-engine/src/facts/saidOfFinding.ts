import { FindingRecord } from 'backstage-plugin-accountability-common';
import { FactContext } from './defineFact';

/** From this EPSS score on a hole is likely to be exploited; a cut of practice. */
export const likelyScore = 0.1;

/** What its source and public lists say of a finding. */
export interface SaidOfFinding {
  /** Since when it is known to be exploited; absent where it is not. */
  exploitedSince?: number;
  /** Put on the list after now, that is where the past is asked for. */
  exploitedFrom?: number;
  /** Whether anybody looked whether it is known to be exploited, or no list could name it. */
  isCompared: boolean;
  /** Whether it is likely to be exploited; undefined where no list says. */
  isLikely?: boolean;
}

/**
 * Looks a finding up under all of its identifiers. The list of exploited
 * vulnerabilities names CVEs of published products: a finding that names none
 * cannot be compared with it, and one in own code or of a secret need not be.
 */
export function saidOfFinding(
  finding: FindingRecord,
  { now, supply }: Pick<FactContext, 'now' | 'supply'>,
): SaidOfFinding {
  const { identifiers = [], knownExploited, startedAt, category } = finding;
  const { exploited, scores } = supply.vulnerabilities;
  const names = identifiers.map(name => name.toUpperCase());
  const added = names.flatMap(name => exploited?.since.get(name) ?? []);
  const listed = added.filter(at => at <= now);
  const later = added.filter(at => at > now);
  const isExploited = knownExploited === true || listed.length > 0;
  const epss = names.flatMap(name => scores?.epss.get(name) ?? []);
  const isNameable =
    (category !== 'secret' && category !== 'code') ||
    names.some(name => /^(CVE|GHSA)-/.test(name));
  return {
    ...(isExploited && {
      exploitedSince:
        listed.length > 0
          ? Math.max(startedAt, Math.min(...listed))
          : startedAt,
    }),
    ...(!isExploited &&
      later.length > 0 && { exploitedFrom: Math.min(...later) }),
    isCompared:
      knownExploited !== undefined ||
      !isNameable ||
      (exploited !== undefined && names.some(name => name.startsWith('CVE-'))),
    ...(epss.length > 0 && { isLikely: Math.max(...epss) >= likelyScore }),
  };
}
