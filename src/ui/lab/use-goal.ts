// The goal of an exercise as a picture, and what helps on the way to it.
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Subject } from '../../grader/index.ts';
import type { Beside } from '../goals/beside/index.ts';
import type { Help } from '../goals/index.ts';
import { pictureOf } from '../goals/where.ts';
import type { Kind } from '../picture/index.ts';
import type { LabView, Session } from '../session/index.ts';
import type { Machine } from './machines.ts';
import { showPart } from './show-part.ts';

/** A picture that was asked for from outside of it. */
export interface Wanted {
  readonly kind: Kind;
}

/** The machines of a solved exercise, beside the learner's. */
export interface GoalPicture {
  readonly session: Session;
  readonly view: LabView;
  readonly subjects: readonly Subject[];
  readonly Beside: typeof Beside;
  back(): void;
}

export interface Goal {
  readonly picture: { readonly wanted?: Wanted; readonly goal?: GoalPicture };
  readonly help: Help;
}

const onPicture = () => {
  if (document.body.dataset.part !== undefined) showPart('picture');
};

export function useGoal({ session, exercise, id }: Machine): Goal {
  const [wanted, want] = useState<Wanted | undefined>();
  const [goal, setGoal] = useState<GoalPicture | undefined>();
  const front = useRef(id);
  front.current = id;
  useEffect(() => {
    setGoal(undefined);
    want(undefined);
  }, [id]);
  const back = () => {
    keep(false);
    setGoal(undefined);
  };
  const open = async () => {
    const way = exercise?.solutions[0];
    if (!way) return;
    const [{ view, subjects, query }, { Beside }] = await Promise.all([session.solved(way), import('../goals/beside/index.ts')]);
    if (front.current !== id) return;
    setGoal({ session: { ...session, query, selected: signal(firstImage(view, exercise)) }, view, subjects, Beside, back });
  };
  const verdict = session.verdict.value;
  // Who compares goes on comparing: in the next exercise too, and after coming back.
  useEffect(() => {
    if (verdict !== undefined && kept()) open().catch(() => {});
  }, [id, verdict === undefined]);
  const compare = async () => {
    if (goal) return back();
    await open();
    keep(true);
    const state = verdict?.goals.find(({ finding }) => !finding.ok) ?? verdict?.goals[0];
    const check = exercise?.goals.find((one) => one.id === state?.id)?.check;
    const kind = check === undefined ? undefined : pictureOf(check);
    if (kind !== undefined) want({ kind });
    onPicture();
  };
  return {
    picture: { ...(wanted ? { wanted } : {}), ...(goal ? { goal } : {}) },
    help: {
      show: (kind, evidence) => {
        want({ kind });
        const [path, layer] = [evidence?.paths?.[0], evidence?.layers?.[0]];
        const machine = session.machine.value;
        if (path !== undefined) session.selected.value = { kind: 'path', id: path, machine };
        else if (layer !== undefined) session.selected.value = { kind: 'layer', id: layer, machine };
        else if (evidence?.image !== undefined) session.selected.value = { kind: 'image', id: evidence.image, machine };
        onPicture();
      },
      distance: () => session.distance(exercise?.solutions ?? []),
      compare,
      comparing: goal !== undefined,
      read: () => {
        if (document.body.dataset.part !== undefined) showPart('read');
      },
    },
  };
}

const key = 'strata.beside';

function keep(on: boolean): void {
  try {
    if (on) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Then it lasts as long as the page.
  }
}

function kept(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** The image that the goals name first, so that the picture begins with it. */
function firstImage(view: LabView, exercise: Machine['exercise']): Session['selected']['value'] {
  const names = exercise?.goals.flatMap((one) => Object.values(one.with).filter((value) => typeof value === 'string')) ?? [];
  for (const machine of view.machines)
    for (const name of names) {
      const image = machine.images.find(({ tags }) => tags.includes(name));
      if (image) return { kind: 'image', id: image.id, machine: machine.name };
    }
  return undefined;
}
