import { rfc3339 as instant } from '../daemon/index.ts';

/** `YYYY-MM-DDTHH:MM:SS` of seconds since the epoch, in UTC and without a zone. */
export const rfc3339 = (seconds: number): string => instant(Math.floor(seconds)).slice(0, -1);
