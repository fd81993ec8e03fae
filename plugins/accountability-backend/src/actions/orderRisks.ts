import { Severity } from 'backstage-plugin-accountability-common';
import { CompiledScorecard } from 'backstage-plugin-accountability-engine';
import { groupBy } from 'lodash';
import { TeamRisk } from '../assessment';
import { byUrgency } from './checkBrief';

/** A risk with how bad it is by the policy in force. */
export type WeighedRisk = TeamRisk & { severity: Severity };

/** A service with what it does not pass, the worst first. */
export interface RiskyService {
  entityRef: string;
  title: string;
  owner: string;
  risks: WeighedRisk[];
}

/** The services of risks, the one with the worst risk first; equal ones by ref. */
export function orderRisks(
  risks: readonly TeamRisk[],
  scorecards: readonly Pick<CompiledScorecard, 'name' | 'checks'>[],
): RiskyService[] {
  const severities = new Map(
    scorecards.flatMap(({ name, checks }) =>
      checks.map(({ id, severity }) => [`${name}/${id}`, severity] as const),
    ),
  );
  const weighed = risks.map(risk => ({
    ...risk,
    // A check that was taken out a moment ago, and whose results go with the next assessment.
    severity: severities.get(`${risk.scorecard}/${risk.check}`) ?? 'low',
  }));
  const services = Object.values(groupBy(weighed, 'entityRef')).map(own => {
    const sorted = [...own].sort(byUrgency);
    const { entityRef, title, owner } = sorted[0];
    return { entityRef, title, owner, risks: sorted };
  });
  return services.sort(
    (a, b) =>
      byUrgency(a.risks[0], b.risks[0]) || (a.entityRef < b.entityRef ? -1 : 1),
  );
}
