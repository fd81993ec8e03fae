import { cutText } from 'backstage-plugin-accountability-node';

const PRODUCTION = ['production', 'prod'];

/**
 * Where a deployment went. GitLab's tier decides what is production, and the
 * name only where there is no tier, as before GitLab 16.1. An environment that
 * is called production and is of another tier is named by its tier.
 */
export function environmentOf(given: {
  name: string | undefined;
  tier: string | undefined;
}): string | undefined {
  const name = given.name?.toLowerCase();
  const tier = given.tier?.toLowerCase();
  const soundsLikeIt = name !== undefined && PRODUCTION.includes(name);
  if (tier === 'production' || (!tier && soundsLikeIt)) return 'production';
  return cutText((soundsLikeIt ? tier : name ?? tier) ?? '', 200);
}
