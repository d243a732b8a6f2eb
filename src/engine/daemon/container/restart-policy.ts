import type { HostConfig } from '../../container/index.ts';

/** Shortest and longest pause before a restart, seconds; it doubles each time (moby restartmanager). */
const FIRST_DELAY = 0.1;
const LONGEST_DELAY = 60;
/** A container that ran this long starts again with the first delay. */
const STEADY = 10;

/** How a container is started again by its policy, from one start by hand to the next. Source: moby restartmanager/restartmanager.go. */
export class RestartManager {
  /** Stopped or killed by hand: the policy no longer holds. */
  canceled = false;
  /** A signal was sent by hand, whatever became of it. */
  byHand = false;
  #delay = 0;
  #count = 0;

  /** Seconds until the container shall be started again; undefined when it shall not. `ran` in seconds. */
  next(policy: HostConfig['RestartPolicy'], exitCode: number, ran: number): number | undefined {
    const { Name, MaximumRetryCount } = policy;
    if (Name === 'no' || Name === '' || this.canceled) return undefined;
    if (ran >= STEADY) this.#delay = 0;
    this.#delay = this.#delay === 0 ? FIRST_DELAY : Math.min(LONGEST_DELAY, this.#delay * 2);
    const again =
      Name === 'always' ||
      (Name === 'unless-stopped' && !this.byHand) ||
      (Name === 'on-failure' && exitCode !== 0 && (MaximumRetryCount === 0 || this.#count < MaximumRetryCount));
    if (!again) return undefined;
    this.#count++;
    return this.#delay;
  }
}
