import { epochOf, PolledDelivery } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { listStream } from './listStream';
import { PolledRepository } from './repositoryStream';

const schema = z.looseObject({
  id: z.number(),
  draft: z.boolean().nullish(),
  created_at: z.string().nullish(),
  published_at: z.string().nullish(),
});

type Release = z.output<typeof schema>;

/** Releases, once they are published: a draft may wait a month for that. */
export const releases = listStream<Release>({
  id: 'releases',
  path: 'releases',
  query: {},
  schema,
  changedAt: release => epochOf(release.published_at),
  sortedBy: release => epochOf(release.created_at),
  lookBackMs: 30 * 24 * 60 * 60_000,
  toDeliveries,
});

function toDeliveries(
  listed: Release,
  { slug, repository }: PolledRepository,
): PolledDelivery[] {
  if (listed.draft) return [];
  // Its assets count how often they were downloaded.
  const {
    author: _,
    assets: __,
    body: ___,
    reactions: ____,
    ...release
  } = listed;
  return [
    {
      key: `${slug}/${listed.id}`,
      headers: { 'x-github-event': 'release' },
      payload: { action: 'published', release, repository },
    },
  ];
}
