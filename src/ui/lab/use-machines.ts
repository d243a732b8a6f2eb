// Which machine of the page is in front: chosen in the lab, in the text, by the address, by the seed.
import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { PageExercise } from '../exercise/model.ts';
import { seedEvent, seedOf } from '../exercise/seed.ts';
import { boxIn } from '../keep/address.ts';
import { createMachines, type Machine } from './machines.ts';
import type { LabProps, Profile } from './props.ts';

/** Machines that run at once; those left before come back as they were. */
const MOST = 4;
/** The Docker that was chosen for a lab on this device. */
const profileKey = (lab: string): string => `strata.profile.${lab}`;

export interface Chosen {
  readonly now: Machine;
  /** Those that run: their terminals stay where they are. */
  readonly open: readonly Machine[];
  readonly profile: Profile;
  /** Brings an exercise's machine to the front; without one the lab's own. */
  choose(exercise: string | undefined): Machine;
  setProfile(profile: Profile): void;
}

const goesTo = (hash: string): string | undefined => /^#exercise-([a-z0-9-]+)$/.exec(hash)?.[1];

export function useMachines({ id: own, layout, start, initial, exercises, profiles }: LabProps): Chosen {
  const id = useMemo(() => (layout === 'sandbox' && typeof location !== 'undefined' ? boxIn(location) : undefined) ?? own, [layout, own]);
  const machines = useMemo(() => createMachines({ id, start, initial }), [id]);
  const withGoals = exercises.filter(({ goals }) => goals.length > 0);
  const [exercise, setExercise] = useState<string | undefined>();
  const [profile, setChosenProfile] = useState<Profile>(start.profile);
  const [, setSeeds] = useState(0);
  const [open, setOpen] = useState<readonly Machine[]>([]);
  // The page is as it was built until it has been taken over; only then the address counts. No frame lies between: the machine opens first.
  const [settled, settle] = useState(false);
  const machineOf = (asked: string | undefined, docker: Profile): Machine => {
    const found = withGoals.find((one) => one.id === asked);
    return machines.of(found ? { exercise: found, seed: seedFor(found) } : { profile: docker });
  };
  const now = machineOf(exercise, profile);

  useLayoutEffect(() => {
    const asked = () => {
      const wanted = goesTo(location.hash);
      if (wanted !== undefined && withGoals.some((one) => one.id === wanted)) setExercise(wanted);
    };
    const reseed = () => setSeeds((n) => n + 1);
    asked();
    const docker = profileAsked(id, profiles);
    if (docker) setChosenProfile(docker);
    settle(true);
    window.addEventListener('hashchange', asked);
    window.addEventListener(seedEvent, reseed);
    return () => {
      window.removeEventListener('hashchange', asked);
      window.removeEventListener(seedEvent, reseed);
      machines.close();
    };
  }, [machines]);
  useLayoutEffect(() => {
    if (!settled) return;
    const running = machines.rest(now, MOST).filter((one) => one === now || one.session.status.peek() !== 'idle');
    // Those that stay keep their order, so that nothing on the page is moved.
    setOpen((was) => [...was.filter((one) => running.includes(one)), ...running.filter((one) => !was.includes(one))]);
    if (now.session.status.peek() === 'idle') void now.session.open();
  }, [settled, now]);

  const choose = useCallback(
    (asked: string | undefined): Machine => {
      setExercise(asked);
      if (goesTo(location.hash) !== asked) {
        const { pathname, search } = location;
        history.replaceState(history.state, '', `${pathname}${search}${asked === undefined ? '' : `#exercise-${asked}`}`);
      }
      return machineOf(asked, profile);
    },
    [machines, profile],
  );
  const setProfile = (next: Profile) => {
    setChosenProfile(next);
    setExercise(undefined);
    try {
      localStorage.setItem(profileKey(id), next);
    } catch {
      // Then it is chosen anew next time.
    }
  };
  return { now, open, profile, choose, setProfile };
}

const seedFor = ({ lesson, id, vary }: PageExercise): number => (Object.keys(vary).length === 0 ? 0 : seedOf(lesson, id));

/** By the address (`?profile=classic`), else as it was chosen last. */
function profileAsked(lab: string, profiles: readonly Profile[]): Profile | undefined {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(profileKey(lab));
  } catch {
    // Nothing is kept.
  }
  const asked = new URLSearchParams(location.search).get('profile') ?? kept;
  return profiles.find((one) => one === asked);
}
