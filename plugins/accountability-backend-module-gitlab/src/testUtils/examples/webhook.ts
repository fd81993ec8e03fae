import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

/** In every payload, and in no record event. */
export const somebody = {
  id: 51,
  name: 'Somebody Else',
  username: 'somebody',
  avatar_url: 'https://gitlab.example.com/somebody.png',
  email: 'somebody@example.com',
};

/** A project as most webhooks name it. */
export const project = {
  id: 7,
  name: 'Payments',
  web_url: 'https://gitlab.example.com/Acme/Shop/Payments',
  namespace: 'Acme',
  path_with_namespace: 'Acme/Shop/Payments',
  default_branch: 'main',
};

/** Minutes after 10:00 of 23 November 2026, as GitLab writes times in most of its webhooks. */
export const utc = (minute: number): string =>
  `2026-11-23 ${clock(minute)} UTC`;

/** The same as GitLab writes it where it is at its best. */
export const iso = (minute: number): string =>
  `2026-11-23T${clock(minute)}.500Z`;

function clock(minute: number): string {
  const hours = String(10 + Math.floor(minute / 60)).padStart(2, '0');
  return `${hours}:${String(minute % 60).padStart(2, '0')}:00`;
}

/** A delivery as a webhook without signature makes it. */
export function webhook(
  name: string,
  event: string,
  body: Record<string, unknown>,
): ExampleDelivery {
  return {
    name,
    headers: {
      'content-type': 'application/json',
      'x-gitlab-event': event,
      'x-gitlab-instance': 'https://gitlab.example.com',
      'idempotency-key': `key of ${name}`,
    },
    body,
  };
}
