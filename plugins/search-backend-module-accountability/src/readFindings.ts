import {
  CheckStatus,
  PolicyApi,
  ScorecardServiceRow,
  ScorecardSummary,
} from 'backstage-plugin-accountability-common';

/** A check that a service does not pass. */
export interface NotPassing {
  title: string;
  status: CheckStatus;
}

/** What scorecards say of one service. */
export interface ServiceFindings {
  title: string;
  owner?: string;
  /** Titles of scorecards with the level reached on each. */
  levels: { scorecard: string; level?: string }[];
  /** In the order of the scorecards. */
  notPassing: NotPassing[];
}

const passing: readonly CheckStatus[] = ['pass', 'not-applicable'];

/** What every scorecard in force says of every service, by entity ref; a page of services is one request. */
export async function readFindings(
  client: Pick<PolicyApi, 'getScorecards' | 'getScorecardServices'>,
): Promise<Map<string, ServiceFindings>> {
  const findings = new Map<string, ServiceFindings>();
  const { scorecards } = await client.getScorecards();
  for (const scorecard of scorecards) {
    let cursor: string | undefined;
    do {
      const page = await client.getScorecardServices(scorecard.scorecard, {
        cursor,
      });
      page.services.forEach(row => add(findings, row, scorecard));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
  return findings;
}

function add(
  findings: Map<string, ServiceFindings>,
  row: ScorecardServiceRow,
  scorecard: ScorecardSummary,
): void {
  const { entityRef, title, owner, level } = row;
  const known = findings.get(entityRef);
  findings.set(entityRef, {
    title,
    owner,
    levels: [...(known?.levels ?? []), { scorecard: scorecard.title, level }],
    notPassing: [...(known?.notPassing ?? []), ...notPassingOf(row, scorecard)],
  });
}

function notPassingOf(
  { results }: ScorecardServiceRow,
  { checks }: ScorecardSummary,
): NotPassing[] {
  return checks.flatMap(({ check, title }) => {
    const status = results[check]?.status;
    return status && !passing.includes(status) ? [{ title, status }] : [];
  });
}
