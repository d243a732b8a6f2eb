import type { Process, Step } from '../../kernel/index.ts';
import { rfc3339Seconds } from './time.ts';

const GO = 'go1.20.8';
export const VERSION = '2.8.3';

/** One line of the registry's own log on standard error, in logrus' text format. */
export function* logLine(p: Process, level: 'info' | 'warning' | 'error' | 'fatal', message: string, fields: string): Step<void> {
  const quoted = /^[A-Za-z0-9._/@^+-]+$/.test(message) ? message : JSON.stringify(message);
  yield* p.write(2, `time="${rfc3339Seconds(p.now())}" level=${level} msg=${quoted} go.version=${GO} ${fields} \n`);
}

/** The fields of a serving registry. The instance's id is made from the machine's chance, as the original's is. */
export function serviceFields(p: Process): string {
  const hex = [...p.kernel.random.bytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const id = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
  return `instance.id=${id} service=registry version=${VERSION}`;
}
