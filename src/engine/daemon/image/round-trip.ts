import type { Step } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';

/** Virtual seconds that a request to a registry and its answer take. */
const ROUND_TRIP = 0.02;

/** Waits as long as a request takes; what else runs on the machine goes on meanwhile. */
export function* roundTrip(daemon: Daemon): Step<void> {
  yield { ready: () => false, deadline: daemon.now() + ROUND_TRIP };
}
