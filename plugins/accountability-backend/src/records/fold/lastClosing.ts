/**
 * The event that closed what is closed now: the first closing one after the
 * last opening one, so that telling of the same end again moves nothing.
 */
export function lastClosing<TEvent extends { state: string }>(
  events: readonly TEvent[],
  opening: TEvent['state'],
  closing: readonly TEvent['state'][],
): TEvent | undefined {
  const openedLast = events.map(event => event.state).lastIndexOf(opening);
  return events
    .slice(openedLast + 1)
    .find(event => closing.includes(event.state));
}
