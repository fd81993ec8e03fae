/** The last value given for an attribute, in the order of the fold; undefined where none was. */
export function lastGiven<TEvent, TKey extends keyof TEvent>(
  events: readonly TEvent[],
  key: TKey,
): TEvent[TKey] | undefined {
  for (let index = events.length - 1; index >= 0; index--) {
    const value = events[index][key];
    if (value !== undefined) return value;
  }
  return undefined;
}
