/** Milliseconds of a second. */
export const SECOND = 1000;

/** Milliseconds of a minute. */
export const MINUTE = 60 * SECOND;

/** Milliseconds of an hour. */
export const HOUR = 60 * MINUTE;

/** Milliseconds of a UTC day; UTC days all have 24 hours. */
export const DAY = 24 * HOUR;

/** Milliseconds of a week. */
export const WEEK = 7 * DAY;
