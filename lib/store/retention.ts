/** Messages sent with a flag are kept this long, then deleted for good. */
export const RETENTION_DAYS = 30;
/** Remedies hold no words and make the budget: a quarter and the one before it. */
export const REMEDY_RETENTION_DAYS = 190;
