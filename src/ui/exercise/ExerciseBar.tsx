// The first row of an exercise's box: brings its machine to the front, tells that it has passed, and puts the learner's values into the box.
import { Check, SquareTerminal } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Choices, valuesOf } from '../../course/values.ts';
import { isPassed, useProgress } from '../progress/index.ts';
import { applyValues } from './apply.ts';
import { seedEvent, seedOf } from './seed.ts';

interface Props {
  readonly lesson: string;
  readonly id: string;
  readonly vary: Choices;
  /** It has goals, so there is a machine to work on. */
  readonly machine: boolean;
  readonly words: { readonly work: string; readonly passed: string };
}

export function ExerciseBar({ lesson, id, vary, machine, words }: Props) {
  const bar = useRef<HTMLParagraphElement>(null);
  const passed = isPassed(lesson, id, useProgress());
  useEffect(() => {
    if (Object.keys(vary).length === 0) return;
    const apply = () => {
      const box = bar.current?.closest('.exercise');
      if (box) applyValues(box, valuesOf(vary, seedOf(lesson, id), id));
    };
    apply();
    window.addEventListener(seedEvent, apply);
    return () => window.removeEventListener(seedEvent, apply);
  }, [vary, lesson, id]);
  return (
    <p class="exercise-bar" ref={bar}>
      {machine && (
        <button type="button" class="btn js-only no-print" data-work={id}>
          <SquareTerminal aria-hidden="true" />
          {words.work}
        </button>
      )}
      <span class="exercise-passed" role="status">
        {passed && (
          <>
            <Check aria-hidden="true" />
            {words.passed}
          </>
        )}
      </span>
    </p>
  );
}
