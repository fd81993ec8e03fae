import {
  defineCollector,
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalSha } from '../payloads/optionalSha';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { slugOf } from '../payloads/slugOf';
import { optionalTime, requireTime } from '../payloads/times';

/**
 * A release was published. Environments of its own stand for it: that
 * something can be had does not say that it runs in production.
 */
export const release = defineCollector({
  event: 'release',
  schema: z.object({
    action: z.string(),
    release: z.object({
      id: z.number(),
      tag_name: z.string().trim().min(1),
      target_commitish: optionalSha,
      name: optionalText(500),
      draft: z.boolean().nullish(),
      prerelease: z.boolean().nullish(),
      published_at: optionalTime,
      html_url: optionalLink,
    }),
    repository: repositoryPayload,
  }),
  collect: ({ action, release: given, repository }) => {
    if (given.draft) return { ignored: 'A draft is not released' };
    if (action !== 'published') {
      return {
        ignored: `GitHub's action "${action}" releases nothing; "published" does`,
      };
    }
    const slug = slugOf(repository);
    return {
      events: [
        {
          kind: 'deployment',
          state: 'finished',
          result: 'success',
          record: `github:release:${slug}:${given.id}`,
          subject: `github:${slug}`,
          at: requireTime(given.published_at),
          title: given.name,
          url: given.html_url,
          environment: given.prerelease ? 'pre-release' : 'release',
          version: given.tag_name.slice(0, 200),
          sha: given.target_commitish,
        },
      ],
    };
  },
});
