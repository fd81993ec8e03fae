import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalSha } from '../payloads/optionalSha';
import { pushRecord } from '../payloads/pushRecord';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { slugOf } from '../payloads/slugOf';
import { time } from '../payloads/times';

const schema = z.object({
  rule_suite: z.object({
    after_sha: optionalSha,
    ref: z.string(),
    pushed_at: time,
    result: z.string(),
  }),
  repository: repositoryPayload,
});

type Payload = z.output<typeof schema>;

/** Rules that were gone round, by what came of looking at them; what failed was never pushed. */
const bypassed = new Map([
  ['pass', []],
  ['bypass', ['ruleset']],
]);

/**
 * A push or merge that a ruleset looked at, as the poller fetched it. GitHub
 * names its commit and no request, so it is told of the push; a request that
 * has this commit as its merge is the same change.
 */
export const polledRuleSuite = defineCollector({
  event: 'poll.rule_suite',
  schema,
  collect: payload => {
    const { rule_suite: suite, repository } = payload;
    const { after_sha: sha } = suite;
    const because = reasonToIgnore(payload);
    if (because || !sha) return { ignored: because ?? 'It names no commit' };
    return {
      events: [
        {
          ...pushRecord(slugOf(repository), sha),
          kind: 'change',
          origin: 'push',
          state: 'merged',
          at: suite.pushed_at,
          branch: repository.default_branch?.slice(0, 300),
          defaultBranch: true,
          sha,
          bypassed: bypassed.get(suite.result),
        },
      ],
    };
  },
});

function reasonToIgnore({ rule_suite: suite, repository }: Payload) {
  if (!bypassed.has(suite.result)) return 'It was refused, and nothing changed';
  if (suite.ref !== `refs/heads/${repository.default_branch}`) {
    return 'It went to a branch that is not the default one';
  }
  if (/^0+$/.test(suite.after_sha ?? '')) return 'The branch was deleted';
  return undefined;
}
