import {
  DeploymentRecord,
  FactPart,
} from 'backstage-plugin-accountability-common';
import { DAY, startOfWeek, WEEK } from '../time';
import { FactContext } from './defineFact';
import { finishedIn } from './finishedDeployments';

/**
 * On how many days of each week that is whole in the window something was
 * deployed, by the Monday it begins with; empty weeks are among them.
 */
export function weeklyDays(
  { window, environment }: FactContext,
  deployments: readonly DeploymentRecord[],
): FactPart[] {
  const weeks: FactPart[] = [];
  const first = startOfWeek(window.from + WEEK - 1);
  for (let from = first; from + WEEK <= window.to; from += WEEK) {
    const days = new Set<number>();
    const records: string[] = [];
    for (const deployment of deployments) {
      const at = finishedIn(deployment, environment);
      if (at === undefined || at < from || at >= from + WEEK) continue;
      days.add(Math.floor(at / DAY));
      records.push(deployment.id);
    }
    const monday = new Date(from).toISOString().slice(0, 10);
    weeks.push({ key: `week of ${monday}`, value: days.size, records });
  }
  return weeks;
}
