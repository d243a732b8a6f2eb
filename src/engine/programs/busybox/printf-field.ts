/** A printf conversion's flags, width and precision. */
export interface Field {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

/** The widest a field is made; more is cut to this, so that a format cannot ask for gigabytes. */
const MAX_WIDTH = 65_536;

/** Text as `%s` prints it. */
export function stringField(text: string, field: Field): string {
  const cut = field.precision === undefined ? text : text.slice(0, field.precision);
  const width = Math.min(field.width, MAX_WIDTH);
  return field.flags.includes('-') ? cut.padEnd(width) : cut.padStart(width);
}

/** Digits (of a number that is not negative) as `%u`, `%o`, `%x` print them; `prefix` is what the flag `#` adds. */
export function numberField(digits: string, field: Field, prefix = ''): string {
  const width = Math.min(field.width, MAX_WIDTH);
  const lead = field.flags.includes('#') && digits !== '0' ? prefix : '';
  if (field.precision !== undefined)
    return stringField(lead + digits.padStart(Math.min(field.precision, MAX_WIDTH), '0'), { ...field, precision: undefined });
  if (field.flags.includes('-')) return (lead + digits).padEnd(width);
  if (field.flags.includes('0')) return lead + digits.padStart(width - lead.length, '0');
  return (lead + digits).padStart(width);
}
