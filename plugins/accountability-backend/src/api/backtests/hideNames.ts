import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { BacktestReport } from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { listVisible } from '../scorecards/listVisible';

/** A report that names only services and owners that the caller may read; what is counted stays whole. */
export async function hideNames(
  context: Pick<ApiContext, 'catalog' | 'permissions'>,
  report: BacktestReport,
  credentials: BackstageCredentials,
): Promise<BacktestReport> {
  const visible = await listVisible(context, credentials, async () =>
    report.checks.flatMap(({ newlyFailing }) =>
      newlyFailing.flatMap(({ owner, services }) => [
        ...(owner === undefined ? [] : [owner]),
        ...services.map(({ entityRef }) => entityRef),
      ]),
    ),
  );
  if (!visible) return report;
  const names = new Set(visible);
  return {
    ...report,
    checks: report.checks.map(check => ({
      ...check,
      newlyFailing: check.newlyFailing
        .filter(({ owner }) => owner === undefined || names.has(owner))
        .map(group => ({
          ...group,
          services: group.services.filter(({ entityRef }) =>
            names.has(entityRef),
          ),
        })),
    })),
  };
}
