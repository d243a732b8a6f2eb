// Holding a lab where the browser has no locks: by asking. A tab that is open answers at once, even in the background, where clocks run slow;
// one that is gone does not answer. Of two that ask at the same moment the one with the smaller name gets it.
import { type Bus, type Claim, newTab } from './bus.ts';

/** Milliseconds in which a tab that is open answers. */
const answerTime = 400;
/** Milliseconds between questions whether the holder is still there. */
const beat = 5000;

export function claimOf(name: string, bus: Bus, patience: number, tell: (save: boolean) => Promise<void>, free: () => void): Claim {
  const me = newTab();
  let state: 'asking' | 'holding' | 'looking' | 'ended' = 'asking';
  let answered = () => {};
  let gone = () => {};
  let pulse: ReturnType<typeof setInterval> | undefined;
  const say = (what: 'who' | 'mine' | 'let go' | 'gone' | 'taken') => bus.say({ lab: name, what, from: me });

  const lose = async (save: boolean) => {
    state = 'looking';
    await tell(save);
    watch();
  };
  const deaf = bus.hear(({ lab, what, from }) => {
    if (lab !== name || from === me) return;
    if (what === 'who') {
      if (state === 'holding' || (state === 'asking' && me < from)) say('mine');
      else if (state === 'asking') answered();
    } else if (what === 'mine') {
      answered();
      // Both thought they held it: a frozen tab woke up.
      if (state === 'holding' && from < me) void lose(false);
    } else if (what === 'let go' && state === 'holding') void lose(true).then(() => say('gone'));
    else if (what === 'taken' && state === 'holding') void lose(false);
    else if (what === 'gone') gone();
  });

  /** Whether another tab holds the lab. */
  const held = () =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), answerTime);
      answered = () => {
        clearTimeout(timer);
        resolve(true);
      };
      say('who');
    });

  const watch = () => {
    clearInterval(pulse);
    const stop = () => {
      clearInterval(pulse);
      if (state === 'looking') free();
    };
    const check = () => void held().then((yes) => !yes && stop());
    // Handing over looks like an end for a moment: ask a little later.
    gone = () => void setTimeout(check, answerTime / 2);
    pulse = setInterval(check, beat);
  };

  const hold = () => {
    clearInterval(pulse);
    gone = () => {};
    state = 'holding';
    say('taken');
  };

  const first = held().then((other) => {
    if (state === 'ended') return false;
    if (other) {
      state = 'looking';
      watch();
    } else state = 'holding';
    return !other;
  });
  return {
    first,
    take: async () => {
      clearInterval(pulse);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        gone = () => {
          clearTimeout(timer);
          resolve();
        };
        say('let go');
      });
      hold();
    },
    end: () => {
      if (state === 'holding') say('gone');
      state = 'ended';
      clearInterval(pulse);
      deaf();
    },
  };
}
