import { Collected } from 'backstage-plugin-accountability-node';

/** Fields of a change that name a contributor; the intake puts a key in the place of each. */
const naming = ['author', 'sponsor', 'by'];

/** What a source made of a delivery, as JSON, without the names of contributors. */
export function withoutContributors(collected: Collected | object): string {
  return JSON.stringify(collected, (key, value) =>
    naming.includes(key) ? undefined : value,
  );
}
