/** What the progress meter and `-w` tell of a transfer. Seconds and bytes. */
export interface Totals {
  readonly received: number;
  /** Undefined when no length was told. */
  readonly expected: number | undefined;
  readonly sent: number;
  readonly seconds: number;
}

export const METER_HEAD =
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n';

/** Five characters for an amount of bytes (curl src/tool_progress.c max5data). */
function five(bytes: number): string {
  if (bytes < 100_000) return String(Math.floor(bytes)).padStart(5);
  const units = ['k', 'M', 'G', 'T'];
  let value = bytes / 1024;
  for (const unit of units) {
    if (unit !== 'k' && value < 100) return `${value.toFixed(1)}${unit}`.padStart(5);
    if (value < 10_000) return `${String(Math.floor(value)).padStart(4)}${unit}`;
    value /= 1024;
  }
  return '    0';
}

/** The line of the meter, after its carriage return. */
export function meterLine({ received, expected, sent, seconds }: Totals): string {
  const speed = (bytes: number): number => (seconds > 0 ? bytes / seconds : 0);
  const total = (expected ?? received) + sent;
  const percent = (part: number, whole: number): string => String(whole > 0 ? Math.floor((part * 100) / whole) : 0).padStart(3);
  const clock = '--:--:--';
  return [
    `${percent(received + sent, total)} ${five(total)}`,
    `${expected === undefined ? '  0' : percent(received, expected)} ${five(received)}`,
    `${percent(sent, sent)} ${five(sent)}`,
    `${five(speed(received))}  ${five(speed(sent))} ${clock} ${clock} ${clock} ${five(speed(received + sent))}`,
  ].join('  ');
}
