// Holding a lab by the browser's locks: they end with the tab, whatever it dies of. Handing over is asked for on the bus.
import { type Bus, type Claim, newTab } from './bus.ts';

export type Locks = Pick<LockManager, 'request'>;

/** Milliseconds in which a lock that was let go is taken by whoever it was let go for. */
const settling = 200;

export function lockOf(
  name: string,
  locks: Locks,
  bus: Bus,
  patience: number,
  tell: (save: boolean) => Promise<void>,
  free: () => void,
): Claim {
  const me = newTab();
  let letGo: (() => void) | undefined;
  let watching: AbortController | undefined;
  let ended = false;

  /** Resolves with whether the lock was got; it is then held until `letGo`. */
  const get = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve, reject) => {
      let got = false;
      locks
        .request(name, options, (lock) => {
          if (lock === null || ended) {
            resolve(false);
            return undefined;
          }
          got = true;
          resolve(true);
          return new Promise<void>((done) => {
            letGo = done;
          });
        })
        .catch((error: unknown) => {
          // A lock that was held and is gone was stolen.
          if (got && !ended) {
            letGo = undefined;
            void tell(false);
            watch();
          } else if (!got) reject(error);
        });
    });

  /** Tells when nobody writes any more. Handing over looks so for a moment: the lock is asked for once more a little later. */
  const watch = () => {
    watching?.abort();
    const controller = new AbortController();
    watching = controller;
    const shared = (options: LockOptions) => locks.request(name, { mode: 'shared', ...options }, (lock) => lock !== null);
    const look = async (): Promise<void> => {
      await shared({ signal: controller.signal });
      await new Promise((resolve) => setTimeout(resolve, settling));
      if (controller.signal.aborted) return;
      if (await shared({ ifAvailable: true })) free();
      else await look();
    };
    look().catch(() => {});
  };

  const deaf = bus.hear(({ lab, what, from }) => {
    if (lab !== name || from === me || what !== 'let go' || letGo === undefined) return;
    const done = letGo;
    letGo = undefined;
    void tell(true).then(() => {
      done();
      // The tab that asked stands in the queue already.
      watch();
    });
  });

  const first = get({ ifAvailable: true }).catch(() => true);
  void first.then((got) => !got && !ended && watch());
  return {
    first,
    take: async () => {
      watching?.abort();
      bus.say({ lab: name, what: 'let go', from: me });
      try {
        await get({ signal: AbortSignal.timeout(patience) });
      } catch {
        await get({ steal: true });
      }
    },
    end: () => {
      ended = true;
      watching?.abort();
      deaf();
      letGo?.();
    },
  };
}
