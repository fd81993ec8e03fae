/**
 * When a state was first reached; undefined where it never was.
 * With `notAfter`, later times do not count: a start after the end is the
 * start of something else.
 */
export function firstAt<TEvent extends { at: number; state: string }>(
  events: readonly TEvent[],
  state: TEvent['state'],
  notAfter: number = Infinity,
): number | undefined {
  return events.find(event => event.state === state && event.at <= notAfter)
    ?.at;
}
