import { CollectorContext } from 'backstage-plugin-accountability-node';
import { openAt } from './openAt';

interface Alert {
  state?: string | null;
  created_at?: string;
  updated_at?: string;
  fixed_at?: string;
  dismissed_at?: string;
  dismissed_reason?: string;
}

/** Where an alert stands, and since when; undefined where its state is none that is known. */
export function alertStand(
  action: string,
  alert: Alert,
  context: Pick<CollectorContext, 'receivedAt'>,
) {
  const closedAt =
    alert.updated_at ?? new Date(context.receivedAt).toISOString();
  switch (alert.state) {
    case 'open':
      return { state: 'open' as const, at: openAt(action, alert, context) };
    case 'fixed':
      return { state: 'fixed' as const, at: alert.fixed_at ?? closedAt };
    case 'dismissed':
      return {
        state: 'dismissed' as const,
        at: alert.dismissed_at ?? closedAt,
        dismissedAs: alert.dismissed_reason,
      };
    default:
      return undefined;
  }
}
