/** Messages sent with a flag are kept this long, then deleted for good. */
export const RETENTION_DAYS = 30;
