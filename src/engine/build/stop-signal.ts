import { DockerError } from '../errors/index.ts';
import { SIGNALS } from '../kernel/index.ts';

/** Throws for what is no signal: a name with or without SIG, RTMIN+n, or a number. Source: moby/sys signal.ParseSignal. */
export function checkStopSignal(text: string): void {
  if (/^[+-]?\d+$/.test(text)) {
    if (Number(text) === 0) throw new DockerError('InvalidArgument', `invalid signal: ${text}`);
    return;
  }
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (name in SIGNALS || /^RTMIN(\+([1-9]|1[0-5]))?$/.test(name) || /^RTMAX(-([1-9]|1[0-4]))?$/.test(name)) return;
  if (
    [
      'CLD',
      'IO',
      'IOT',
      'POLL',
      'PWR',
      'STKFLT',
      'SYS',
      'UNUSED',
      'URG',
      'VTALRM',
      'XCPU',
      'XFSZ',
      'WINCH',
      'PROF',
      'TRAP',
      'BUS',
    ].includes(name)
  )
    return;
  throw new DockerError('InvalidArgument', `invalid signal: ${text}`);
}
