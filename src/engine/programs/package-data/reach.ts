import type { Process, Step } from '../../kernel/index.ts';

/** Bytes a second that downloads come at. */
const RATE = 12_000_000;

/** Whether the name of a host leads anywhere from here: no without a network. */
export function* reaches(p: Process, host: string): Step<boolean> {
  return (yield* p.net.resolve(host)) !== undefined;
}

/** Passes the virtual time that a download of so many bytes takes, and gives the seconds it took, at least a little. */
export function* download(p: Process, bytes: number): Step<number> {
  const seconds = 0.04 + bytes / RATE;
  yield* p.sleep(seconds);
  return seconds;
}
