import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

/** A person, so named that a leak shows. */
export const somebody = {
  login: 'somebody',
  id: 4711,
  type: 'User',
  name: 'Some Body',
  email: 'some.body@example.org',
};

/** A second person. */
export const anybody = { ...somebody, login: 'anybody', id: 4712 };

/** A machine. */
export const robot = { login: 'robot[bot]', id: 4713, type: 'Bot' };

/** The repository of all examples. */
export const repository = {
  full_name: 'Acme/Payments',
  default_branch: 'main',
  owner: { login: 'Acme', type: 'Organization' },
};

/** A commit made of one character. */
export const sha = (character: string) => character.repeat(40);

/** So many minutes after 12:00 of 23 November 2026, UTC. */
export const minute = (after: number) =>
  `2026-11-23T12:${String(after).padStart(2, '0')}:00Z`;

/** A webhook of GitHub's. */
export function webhook(
  name: string,
  event: string,
  payload: object,
): ExampleDelivery {
  return {
    name,
    headers: {
      'content-type': 'application/json',
      'x-github-event': event,
      'x-github-delivery': `delivery of ${name}`,
    },
    body: { ...payload, repository, sender: somebody },
  };
}
