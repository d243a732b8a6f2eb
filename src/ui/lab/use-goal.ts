// The goal of an exercise as a picture, and what helps on the way to it.
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Help } from '../goals/index.ts';
import type { Kind } from '../picture/index.ts';
import type { LabView, Session } from '../session/index.ts';
import { showPart } from './Dock.tsx';
import type { Machine } from './machines.ts';

/** A picture that was asked for from outside of it. */
export interface Wanted {
  readonly kind: Kind;
}

/** The machines of a solved exercise, in place of the learner's. */
export interface GoalPicture {
  readonly session: Session;
  readonly view: LabView;
  readonly layers: ReadonlySet<string>;
  readonly commands: number;
  back(): void;
}

interface Goal {
  readonly picture: { readonly wanted?: Wanted; readonly goal?: GoalPicture };
  readonly help: Help;
}

const onPicture = () => {
  if (document.body.dataset.part !== undefined) showPart('picture');
};

export function useGoal({ session, exercise, id }: Machine): Goal {
  const [wanted, want] = useState<Wanted | undefined>();
  const [goal, setGoal] = useState<GoalPicture | undefined>();
  useEffect(() => {
    setGoal(undefined);
    want(undefined);
  }, [id]);
  const compare = async () => {
    const way = exercise?.solutions[0];
    if (goal || !way) return setGoal(undefined);
    const { view, layers, query } = await session.solved(way);
    setGoal({
      session: { ...session, query, selected: signal(firstImage(view, exercise)) },
      view,
      layers: new Set(layers),
      commands: way.run.length,
      back: () => setGoal(undefined),
    });
    want({ kind: 'stack' });
    onPicture();
  };
  return {
    picture: { ...(wanted ? { wanted } : {}), ...(goal ? { goal } : {}) },
    help: {
      show: (kind, evidence) => {
        setGoal(undefined);
        want({ kind });
        const [path, layer] = [evidence?.paths?.[0], evidence?.layers?.[0]];
        const machine = session.machine.value;
        if (path !== undefined) session.selected.value = { kind: 'path', id: path, machine };
        else if (layer !== undefined) session.selected.value = { kind: 'layer', id: layer, machine };
        else if (evidence?.image !== undefined) session.selected.value = { kind: 'image', id: evidence.image, machine };
        onPicture();
      },
      distance: () => session.distance(exercise?.solutions ?? []),
      compare: () => void compare(),
      comparing: goal !== undefined,
      read: () => {
        if (document.body.dataset.part !== undefined) showPart('read');
      },
    },
  };
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
