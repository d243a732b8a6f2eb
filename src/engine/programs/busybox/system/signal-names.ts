import { SIGNALS, type Signal, signalName } from '../../../kernel/index.ts';

/** Signal names as the recorded build prints them: 29 is POLL. */
export const shownName = (signal: Signal): string | undefined => (signal === 29 ? 'POLL' : signalName(signal));

/** A signal from its name (with or without SIG, in any case) or number; undefined when there is none (get_signum). */
export function parseSignal(text: string): Signal | undefined {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    return number >= 0 && number <= 64 ? number : undefined;
  }
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (name === 'EXIT') return 0;
  if (name === 'POLL') return 29;
  if (name === 'CLD') return 17;
  if (name === 'IOT') return 6;
  return (SIGNALS as Readonly<Record<string, number>>)[name];
}

/** Every signal with its number, as `kill -l` lists them. */
export function signalList(): string {
  let text = '';
  for (let signal = 1; signal < 32; signal++) text += `${String(signal).padStart(2)}) ${shownName(signal)}\n`;
  return text;
}
