import { epochOf, PolledDelivery } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { listStream } from './listStream';
import { PolledRepository } from './repositoryStream';

const schema = z.looseObject({
  number: z.number(),
  state: z.string(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  // Older servers do not say when it was updated.
  fixed_at: z.string().nullish(),
  dismissed_at: z.string().nullish(),
  resolved_at: z.string().nullish(),
});

type Alert = z.output<typeof schema>;

/** People in an alert: who dismissed, resolved or was assigned. */
const people = [
  'dismissed_by',
  'dismissed_comment',
  'resolved_by',
  'resolution_comment',
  'push_protection_bypassed_by',
  'push_protection_bypass_request_reviewer',
  'assignees',
  'assigned_to',
];

/** The leaked secret itself: GitHub is asked to keep it to itself, and it is never stored. */
const secrets = ['secret'];

interface Kind {
  id: string;
  path: string;
  event: string;
  query?: Record<string, string>;
}

/** The three kinds of alert, each listed by when it last changed. */
const kinds: readonly Kind[] = [
  {
    id: 'dependabot_alerts',
    path: 'dependabot/alerts',
    event: 'dependabot_alert',
  },
  {
    id: 'code_scanning_alerts',
    path: 'code-scanning/alerts',
    event: 'code_scanning_alert',
  },
  {
    id: 'secret_scanning_alerts',
    path: 'secret-scanning/alerts',
    event: 'secret_scanning_alert',
    query: { hide_secret: 'true' },
  },
];

/** Streams of alerts, one for each kind: where a repository has one switched off, GitHub refuses that one. */
export const alertStreams = kinds.map(({ id, path, event, query }) => ({
  id,
  create: listStream<Alert>({
    id,
    path,
    query: { sort: 'updated', direction: 'desc', ...query },
    schema,
    changedAt,
    toDeliveries: (alert, polled) => toDeliveries(event, alert, polled),
  }),
}));

function changedAt(alert: Alert): number | undefined {
  const { updated_at: updated, fixed_at: fixed } = alert;
  const { dismissed_at: dismissed, resolved_at: resolved } = alert;
  return epochOf(updated ?? fixed ?? dismissed ?? resolved ?? alert.created_at);
}

function toDeliveries(
  event: string,
  listed: Alert,
  { slug, repository }: PolledRepository,
): PolledDelivery[] {
  const alert = Object.fromEntries(
    Object.entries(listed).filter(
      ([name]) => !people.includes(name) && !secrets.includes(name),
    ),
  );
  return [
    {
      key: `${slug}/${listed.number}`,
      headers: { 'x-github-event': event },
      payload: { action: 'polled', alert, repository },
    },
  ];
}
