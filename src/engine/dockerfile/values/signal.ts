import { toUpper } from '../../go/case.ts';
import { parseDecimal } from '../../go/numbers.ts';
import { DockerfileError } from '../error.ts';

// biome-ignore format: a table
const signals: ReadonlySet<string> = new Set([
  'ABRT', 'ALRM', 'BUS', 'CHLD', 'CLD', 'CONT', 'FPE', 'HUP', 'ILL', 'INT', 'IO', 'IOT', 'KILL', 'PIPE', 'POLL', 'PROF', 'PWR', 'QUIT', 'SEGV', 'STKFLT',
  'STOP', 'SYS', 'TERM', 'TRAP', 'TSTP', 'TTIN', 'TTOU', 'URG', 'USR1', 'USR2', 'VTALRM', 'WINCH', 'XCPU', 'XFSZ', 'RTMIN', 'RTMAX',
  ...Array.from({ length: 15 }, (_, i) => `RTMIN+${i + 1}`), ...Array.from({ length: 14 }, (_, i) => `RTMAX-${i + 1}`),
]);

/** Throws DockerfileError unless the text is a signal of Linux, with or without SIG, or a number other than 0. Upstream: moby/sys signal.ParseSignal. */
export function checkSignal(text: string): void {
  const number = parseDecimal(text);
  const known = number === undefined ? signals.has(toUpper(text).replace(/^SIG/, '')) : number !== 0;
  if (!known) throw new DockerfileError('instruction', `invalid signal: ${text}`);
}
