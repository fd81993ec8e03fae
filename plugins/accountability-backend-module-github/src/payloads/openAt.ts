import { CollectorContext } from 'backstage-plugin-accountability-node';

interface Times {
  created_at?: string;
  updated_at?: string;
}

/** Actions that say that it is open as of now, though it may have been closed before. */
const again = [
  'reopened',
  'reopened_by_user',
  'auto_reopened',
  'reintroduced',
  'appeared_in_branch',
];

/**
 * Since when an alert that is open now is known to be so. One that was opened
 * again keeps when it was created; servers that do not say when it was last
 * updated leave the time of the delivery.
 */
export function openAt(
  action: string,
  { created_at: createdAt, updated_at: updatedAt }: Times,
  { receivedAt }: Pick<CollectorContext, 'receivedAt'>,
): string {
  const received = new Date(receivedAt).toISOString();
  if (action === 'created') return createdAt ?? updatedAt ?? received;
  return (
    updatedAt ?? (again.includes(action) ? received : createdAt ?? received)
  );
}
