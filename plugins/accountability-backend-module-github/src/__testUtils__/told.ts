import { Collected } from 'backstage-plugin-accountability-node';

/** States with their times, `finished success 12:05`, in the order they are told; the verdict where nothing is. */
export function told(collected: Collected): string[] {
  if (collected.status !== 'accepted') return [collected.status];
  return collected.events.map(event => {
    const result = 'result' in event ? event.result : undefined;
    const at = new Date(event.at).toISOString().slice(11, 16);
    return [event.state, result, at].filter(Boolean).join(' ');
  });
}
