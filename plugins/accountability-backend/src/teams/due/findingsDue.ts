import { DueItem, FindingRecord } from 'backstage-plugin-accountability-common';
import { isSevereBySource } from 'backstage-plugin-accountability-engine';
import { readSubjectsOfServices } from '../../ownership';
import { readOpenFindings } from '../../records';
import { lowestRung } from '../lowestRung';
import { TeamService } from '../TeamScope';
import { DueAsked } from './DueAsked';

const DAY = 86_400_000;

/** Of findings at most so many are looked at, the oldest. */
const MOST = 5000;

/** Days after which an open finding is past its time: the lowest rung of what measures it. */
interface Times {
  severe: number;
  exploited: number;
}

/** An open finding, and when its time was up. */
interface Late {
  startedAt: number;
  dueAt: number;
}

/** Open findings that are past their time, by service, in two statements: severe ones, and sooner those that their source says are exploited. */
export async function findingsDue({
  database,
  scope,
  now,
}: DueAsked): Promise<DueItem[]> {
  const times: Times = {
    severe: lowestRung('security.high_severity_time_to_fix'),
    exploited: lowestRung('security.known_exploited_open_days'),
  };
  const servicesBy = await readSubjectsOfServices(database, {
    entityRefs: scope.services.map(({ entityRef }) => entityRef),
  });
  const found = await readOpenFindings(database, {
    subjects: [...servicesBy.keys()],
    begunBy: now - Math.min(times.severe, times.exploited) * DAY,
    limit: MOST,
  });
  const late = new Map<string, Late[]>();
  for (const { subject, finding } of found) {
    const dueAt = dueOf(finding, times);
    if (dueAt === undefined || dueAt > now) continue;
    for (const ref of servicesBy.get(subject) ?? []) {
      const { startedAt } = finding;
      late.set(ref, [...(late.get(ref) ?? []), { startedAt, dueAt }]);
    }
  }
  const capped = found.length === MOST;
  return scope.services.flatMap(
    service =>
      toItem(service, late.get(service.entityRef), { now, capped }) ?? [],
  );
}

function dueOf(finding: FindingRecord, times: Times): number | undefined {
  const days = [
    ...(finding.knownExploited ? [times.exploited] : []),
    ...(isSevereBySource(finding) ? [times.severe] : []),
  ];
  return days.length === 0
    ? undefined
    : finding.startedAt + Math.min(...days) * DAY;
}

function toItem(
  { entityRef, title }: TeamService,
  late: readonly Late[] | undefined,
  { now, capped }: { now: number; capped: boolean },
): DueItem | undefined {
  if (!late) return undefined;
  const oldest = Math.min(...late.map(({ startedAt }) => startedAt));
  const days = Math.floor((now - oldest) / DAY);
  const count = `${capped ? 'at least ' : ''}${late.length}`;
  return {
    id: `findings ${entityRef}`,
    kind: 'findings',
    title:
      late.length === 1
        ? 'A severe finding is past its time'
        : 'Severe findings are past their time',
    service: { entityRef, title },
    dueAt: Math.min(...late.map(({ dueAt }) => dueAt)),
    overdue: true,
    todo: `Fix ${count} severe open ${
      late.length === 1 ? 'finding' : 'findings'
    }, the oldest open for ${days} days`,
    where: { page: 'service', of: entityRef },
  };
}
