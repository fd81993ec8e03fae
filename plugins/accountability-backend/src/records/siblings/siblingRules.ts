/** Changes that were merged so far apart, in milliseconds, still belong together. */
export const siblingMs = 24 * 3_600_000;

/** A topic that more subjects share within that time is a mass update, and no sibling (code-maat: changesets of at most 30). */
export const mostSharing = 30;
