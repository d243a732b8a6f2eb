// Calendar time as the C library of the recorded build has it: parts, POSIX time zones, strftime, busybox's date texts.
// Knows seconds since 1970; refuses to know whose clock it is.
// Zone files are not read: TZ values other than POSIX forms mean UTC.
export { type Civil, civilFrom, daysFromCivil, utcSeconds } from './civil.ts';
export { DAYS, formatTime, MONTHS, offsetText } from './format.ts';
export { matchFormat, midnight, parseDate } from './parse.ts';
export { localSeconds, localTime, parseZone, type Zone } from './zone.ts';
