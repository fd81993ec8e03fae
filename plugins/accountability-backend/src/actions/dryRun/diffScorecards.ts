import { ScorecardResult } from 'backstage-plugin-accountability-common';
import { ActionZod } from '../ActionZod';

/** What is otherwise by a candidate, as an action gives it: `absent` where there is no such check. */
export const diffSchema = (z: ActionZod) =>
  z.object({
    service: z.string(),
    scorecard: z.string(),
    check: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string(),
    because: z.string(),
  });

/** See `diffSchema`: checks of the candidate's scorecards that come out otherwise, or are new or gone. */
export function diffScorecards(judged: {
  entityRef: string;
  before: readonly ScorecardResult[];
  after: readonly ScorecardResult[];
}) {
  const { entityRef: service, before, after } = judged;
  return after.flatMap(({ scorecard, checks }) => {
    const earlier = before.find(one => one.scorecard === scorecard);
    const was = new Map(earlier?.checks.map(one => [one.check, one]));
    const is = new Set(checks.map(({ check }) => check));
    const turned = checks.map(({ check, title, status, because }) => ({
      ...{ service, scorecard, check, title },
      from: was.get(check)?.status ?? 'absent',
      to: status,
      because,
    }));
    const gone = [...was.values()]
      .filter(({ check }) => !is.has(check))
      .map(({ check, title, status }) => ({
        ...{ service, scorecard, check, title },
        from: status,
        to: 'absent',
        because: 'The candidate has no such check.',
      }));
    return [...turned, ...gone].filter(({ from, to }) => from !== to);
  });
}
