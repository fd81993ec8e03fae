/** What comes in the next 60 days is told of, in milliseconds. */
export const dueWithinMs = 60 * 86_400_000;
