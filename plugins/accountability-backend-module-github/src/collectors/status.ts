import {
  defineCollector,
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { endOf } from '../payloads/endOf';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { slugOf } from '../payloads/slugOf';
import { time } from '../payloads/times';

/** GitHub's states of a commit status as its conclusions of a check; `error` is the builder's own fault. */
const conclusions = new Map([
  ['success', 'success'],
  ['failure', 'failure'],
  ['error', 'startup_failure'],
]);

/**
 * A builder outside of GitHub says how a commit stands. It says neither when
 * it began nor which attempt it is: what it says of one commit is one build.
 */
export const status = defineCollector({
  event: 'status',
  schema: z.object({
    sha: z.string(),
    context: z.string().trim().min(1),
    state: z.string(),
    target_url: optionalLink,
    updated_at: time,
    description: optionalText(500),
    repository: repositoryPayload,
  }),
  collect: given => {
    const slug = slugOf(given.repository);
    const conclusion = conclusions.get(given.state);
    const context = given.context.slice(0, 100);
    const base = {
      kind: 'build' as const,
      record: `github:status:${slug}:${given.sha}:${context}`,
      subject: `github:${slug}`,
      unit: 'job' as const,
      pipeline: context,
      title: given.description ?? context,
      url: given.target_url,
      sha: given.sha,
      at: given.updated_at,
    };
    return {
      events: [
        conclusion
          ? { ...base, ...endOf(conclusion) }
          : { ...base, state: 'pending' as const },
      ],
    };
  },
});
