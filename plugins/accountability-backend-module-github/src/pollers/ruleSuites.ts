import {
  epochOf,
  OutsideFault,
  PolledDelivery,
  PollStep,
  PollStream,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { listStream } from './listStream';
import { PolledRepository, StreamContext } from './repositoryStream';

const schema = z.object({
  id: z.number(),
  after_sha: z.string(),
  ref: z.string(),
  pushed_at: z.string(),
  result: z.string(),
});

type RuleSuite = z.output<typeof schema>;

const HOUR = 60 * 60_000;
const MONTH_MS = 31 * 24 * HOUR;

/** Less than a day, so that a pass that takes long still asks for all that is new. */
const WITHIN_A_DAY_MS = 20 * HOUR;

/** GitHub tells of the last 30 days, in an order that it does not promise: all of a period is read. */
const listOf = (period: 'day' | 'month') =>
  listStream<RuleSuite>({
    id: 'rule_suites',
    path: 'rulesets/rule-suites',
    query: { rule_suite_result: 'all', time_period: period },
    schema,
    changedAt: suite => epochOf(suite.pushed_at),
    lookBackMs: MONTH_MS,
    toDeliveries,
  });

const ofDay = listOf('day');
const ofMonth = listOf('month');

/**
 * Pushes and merges that a ruleset of the default branch looked at: those that
 * went round it, and those that did not, or the share of the first would be of
 * nothing. Who pushed is neither read nor kept.
 */
export function ruleSuites(context: StreamContext): PollStream {
  const [day, month] = [ofDay(context), ofMonth(context)];
  return {
    ...month,
    async *poll(request) {
      const isRecent = request.startedAt - request.from < WITHIN_A_DAY_MS;
      const stream = isRecent ? day : month;
      for await (const step of stream.poll(request)) yield explain(step);
    },
  };
}

function toDeliveries(
  suite: RuleSuite,
  { slug, repository }: PolledRepository,
): PolledDelivery[] {
  const isMain = suite.ref === `refs/heads/${repository.default_branch}`;
  if (!isMain || suite.result === 'fail') return [];
  return [
    {
      key: `${slug}/${suite.id}`,
      headers: { 'x-github-event': 'poll.rule_suite' },
      payload: { rule_suite: suite, repository },
    },
  ];
}

/** GitHub does not say that a permission is missing: to who lacks it there is no such list. */
function explain(step: PollStep): PollStep {
  if (step.status !== 'fault' || step.fault.kind !== 'refused') return step;
  const { status, message } = step.fault;
  if (status !== 403 && status !== 404) return step;
  const because = `${message}. Which merges went round rulesets is told only with the repository permission "Administration" (read): give it to the app or token, or leave rule_suites out of the streams`;
  return {
    status: 'fault',
    fault: new OutsideFault('refused', because, { status }),
  };
}
