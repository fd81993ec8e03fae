import { epochOf } from 'backstage-plugin-accountability-node';

/** A time without its milliseconds: webhooks of pipelines and jobs send none, and both are to say the same. */
export function secondsOf(time: string | null | undefined): string | undefined {
  const at = epochOf(time);
  return at === undefined
    ? undefined
    : new Date(at - (at % 1000)).toISOString();
}
