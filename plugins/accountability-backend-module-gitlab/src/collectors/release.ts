import {
  defineCollector,
  optionalLink,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalSha } from '../payloads/optionalSha';
import { optionalText } from '../payloads/optionalText';
import { optionalWord } from '../payloads/optionalWord';
import { projectPayload } from '../payloads/projectPayload';
import { slugOf } from '../payloads/slugOf';
import { optionalTime, time } from '../payloads/times';

/** A release was made, changed or taken back: a deployment to no place that runs it. */
export const release = defineCollector({
  event: 'release',
  schema: z.object({
    id: z.int(),
    tag: z.string().trim().min(1),
    name: optionalText(500),
    action: optionalWord,
    created_at: time,
    released_at: optionalTime,
    url: optionalLink,
    commit: z.object({ id: optionalSha }).nullish().catch(undefined),
    project: projectPayload,
  }),
  collect: (payload, { receivedAt }) => {
    if (payload.action === 'delete') {
      return { ignored: 'A release that was taken back had been made' };
    }
    const slug = slugOf(payload.project);
    const releasedAt = payload.released_at ?? payload.created_at;
    const isPlanned = Date.parse(releasedAt) > receivedAt;
    return {
      events: [
        {
          kind: 'deployment',
          record: `gitlab:release:${slug}:${payload.id}`,
          subject: `gitlab:${slug}`,
          ...(isPlanned
            ? { state: 'pending', at: payload.created_at }
            : { state: 'finished', result: 'success', at: releasedAt }),
          environment: 'release',
          version: payload.tag.slice(0, 200),
          title: payload.name,
          url: payload.url,
          sha: payload.commit?.id,
        },
      ],
    };
  },
});
