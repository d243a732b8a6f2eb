/** Instants as Go prints them, in UTC. `seconds` counts from 1970 (whole, may be negative), `nanos` is 0 … 999999999. */

/** time.RFC3339Nano: `2026-11-21T06:17:15.977469376Z`, trailing zeros of the fraction dropped. */
export function rfc3339Nano(seconds: number, nanos = 0): string {
  return `${dateOf(seconds)}T${clockOf(seconds)}${fractionOf(nanos)}Z`;
}

/** time.RFC3339: whole seconds. */
export function rfc3339(seconds: number): string {
  return `${dateOf(seconds)}T${clockOf(seconds)}Z`;
}

/** time.Time's String(): `2026-11-21 06:17:15 +0000 UTC`, what `{{.CreatedAt}}` shows. */
export function goTime(seconds: number, nanos = 0): string {
  return `${dateOf(seconds)} ${clockOf(seconds)}${fractionOf(nanos)} +0000 UTC`;
}

/** time.ANSIC: `Sat Nov 21 06:17:15 2026`, what `docker version` shows. */
export function ansic(seconds: number): string {
  const { year, month, day } = civil(seconds);
  const weekday = DAYS[(((Math.floor(seconds / 86_400) + 4) % 7) + 7) % 7];
  return `${weekday} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${clockOf(seconds)} ${year}`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateOf(seconds: number): string {
  const { year, month, day } = civil(seconds);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function clockOf(seconds: number): string {
  const s = ((seconds % 86_400) + 86_400) % 86_400;
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

function fractionOf(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** Days to a Gregorian date, by eras of 400 years counted from March. */
function civil(seconds: number): { year: number; month: number; day: number } {
  const days = Math.floor(seconds / 86_400) + 719_468;
  const era = Math.floor(days / 146_097);
  const doe = days - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}
