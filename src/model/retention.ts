/**
 * How long answers are kept where a campaign's notice says nothing else: people are told this, so the server keeps to it.
 * The longest that the CNIL recommends for measures of audience (sheet no. 16 for developers).
 */
export const RETENTION = 'P25M';
