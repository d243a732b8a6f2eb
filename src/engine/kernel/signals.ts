/** Linux signal numbers (x86, signal(7)). */
export const SIGNALS = {
  HUP: 1, INT: 2, QUIT: 3, ILL: 4, TRAP: 5, ABRT: 6, BUS: 7, FPE: 8, KILL: 9, USR1: 10, SEGV: 11, USR2: 12, PIPE: 13, ALRM: 14, TERM: 15, STKFLT: 16,
  CHLD: 17, CONT: 18, STOP: 19, TSTP: 20, TTIN: 21, TTOU: 22, URG: 23, XCPU: 24, XFSZ: 25, VTALRM: 26, PROF: 27, WINCH: 28, IO: 29, PWR: 30, SYS: 31,
} as const; // biome-ignore format: a table

export type SignalName = keyof typeof SIGNALS;
export type Signal = number;

const NAMES = new Map<number, SignalName>(Object.entries(SIGNALS).map(([name, number]) => [number, name as SignalName]));
export const signalName = (signal: Signal): SignalName | undefined => NAMES.get(signal);

export type DefaultAction = 'terminate' | 'ignore' | 'stop' | 'continue';

export function defaultAction(signal: Signal): DefaultAction {
  switch (signal) {
    case SIGNALS.CHLD:
    case SIGNALS.URG:
    case SIGNALS.WINCH:
      return 'ignore';
    case SIGNALS.CONT:
      return 'continue';
    case SIGNALS.STOP:
    case SIGNALS.TSTP:
    case SIGNALS.TTIN:
    case SIGNALS.TTOU:
      return 'stop';
    default:
      return 'terminate';
  }
}

/** What strsignal says of a process that died of it, as busybox ash prints it. */
export const SIGNAL_TEXT: Readonly<Record<number, string>> = {
  1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 5: 'Trace/breakpoint trap', 6: 'Aborted', 7: 'Bus error', 8: 'Floating point exception',
  9: 'Killed', 10: 'User defined signal 1', 11: 'Segmentation fault', 12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated',
  16: 'Stack fault', 24: 'CPU time limit exceeded', 25: 'File size limit exceeded', 26: 'Virtual timer expired', 27: 'Profiling timer expired',
  29: 'I/O possible', 30: 'Power failure', 31: 'Bad system call',
}; // biome-ignore format: a table
