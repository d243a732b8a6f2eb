import type { Civil } from './civil.ts';
import { daysFromCivil, utcSeconds } from './civil.ts';

export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // biome-ignore format: a table

const pad = (value: number, width = 2, fill = '0'): string => String(value).padStart(width, fill);

/** ISO 8601 week number and the year it belongs to. */
function isoWeek(c: Civil): { week: number; year: number } {
  const weekday = (c.weekday + 6) % 7;
  const thursday = daysFromCivil(c.year, c.month, c.day) - weekday + 3;
  let year = c.year;
  if (thursday < daysFromCivil(year, 0, 1)) year--;
  else if (thursday >= daysFromCivil(year + 1, 0, 1)) year++;
  return { week: Math.floor((thursday - daysFromCivil(year, 0, 1)) / 7) + 1, year };
}

/** `+hhmm`, seconds east of UTC. */
export function offsetText(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
}

/** glibc's strftime in the C locale, with its flags (`_ - 0 ^ #`) and widths. With `nanos`, `%N` is those. */
export function formatTime(format: string, c: Civil, nanos?: number): string {
  return format.replace(/%([_\-0^#]*)(\d*)([EO]?)([A-Za-z%+])/g, (whole, flags: string, width: string, _mod: string, letter: string) => {
    const made = conversion(letter, c, nanos);
    if (made === undefined) return whole;
    let text = made.text;
    if (made.digits !== undefined) {
      const fill = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : made.fill;
      const size = width === '' ? made.digits : Math.max(made.digits, Number(width));
      text = flags.includes('-') ? text.padStart(Math.min(Number(width), 1024)) : text.padStart(Math.min(size, 1024), fill);
    } else if (width !== '') text = text.padStart(Math.min(Number(width), 1024), flags.includes('0') ? '0' : ' ');
    if (flags.includes('^') || (flags.includes('#') && letter !== 'Z' && letter !== 'p')) return text.toUpperCase();
    return flags.includes('#') ? text.toLowerCase() : text;
  });
}

interface Conversion {
  readonly text: string;
  readonly digits?: number;
  readonly fill: string;
}
const number = (value: number, digits = 2, fill = '0'): Conversion => ({ text: String(value), digits, fill });
const word = (text: string): Conversion => ({ text, fill: ' ' });

function conversion(letter: string, c: Civil, nanos: number | undefined): Conversion | undefined {
  const nested = (format: string): Conversion => word(formatTime(format, c, nanos));
  const hour12 = c.hour % 12 === 0 ? 12 : c.hour % 12;
  switch (letter) {
    case '%': return word('%');
    case 'a': return word(DAYS[c.weekday]!.slice(0, 3));
    case 'A': return word(DAYS[c.weekday]!);
    case 'b':
    case 'h': return word(MONTHS[c.month]!.slice(0, 3));
    case 'B': return word(MONTHS[c.month]!);
    case 'c': return nested('%a %b %e %H:%M:%S %Y');
    case 'C': return number(Math.floor(c.year / 100));
    case 'd': return number(c.day);
    case 'D': return nested('%m/%d/%y');
    case 'e': return number(c.day, 2, ' ');
    case 'F': return nested('%Y-%m-%d');
    case 'g': return number(((isoWeek(c).year % 100) + 100) % 100);
    case 'G': return number(isoWeek(c).year, 1);
    case 'H': return number(c.hour);
    case 'I': return number(hour12);
    case 'j': return number(c.yearday + 1, 3);
    case 'k': return number(c.hour, 2, ' ');
    case 'l': return number(hour12, 2, ' ');
    case 'm': return number(c.month + 1);
    case 'M': return number(c.minute);
    case 'n': return word('\n');
    case 'N': return nanos === undefined ? undefined : number(nanos, 9);
    case 'p': return word(c.hour < 12 ? 'AM' : 'PM');
    case 'P': return word(c.hour < 12 ? 'am' : 'pm');
    case 'r': return nested('%I:%M:%S %p');
    case 'R': return nested('%H:%M');
    case 's': return number(utcSeconds(c) - c.offset, 1);
    case 'S': return number(c.second);
    case 't': return word('\t');
    case 'T':
    case 'X': return nested('%H:%M:%S');
    case 'u': return number(c.weekday === 0 ? 7 : c.weekday, 1);
    case 'U': return number(Math.floor((c.yearday + 7 - c.weekday) / 7));
    case 'V': return number(isoWeek(c).week);
    case 'w': return number(c.weekday, 1);
    case 'W': return number(Math.floor((c.yearday + 7 - ((c.weekday + 6) % 7)) / 7));
    case 'x': return nested('%m/%d/%y');
    case 'y': return number(((c.year % 100) + 100) % 100);
    case 'Y': return number(c.year, 1);
    case 'z': return word(offsetText(c.offset));
    case 'Z': return word(c.zone);
    default: return undefined;
  }
} // biome-ignore format: a table
