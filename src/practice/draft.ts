// From a seed to a question: the generator's sketch becomes an item of the quiz schema once the engine has answered.
import { hashOfPoints } from '../course/fnv.ts';
import type { Computed, QuizItem } from '../course/index.ts';
import { Chance } from './random.ts';
import type { Generator, Sketch, SketchOption } from './sketch.ts';

type Single = Extract<QuizItem, { readonly kind: 'single' }>;
/** An item that waits for the engine. */
export type Draft = Omit<Single, 'answer' | 'computed'> & { readonly computed: Computed };

const MOST_OPTIONS = 5;

export function draftOf(generator: Generator, seed: number): Draft {
  const sketch = generator.make(new Chance(seed ^ hashOfPoints(generator.id)));
  return {
    id: `${generator.id}-${seed}`,
    kind: 'single',
    ask: sketch.ask,
    show: sketch.show,
    options: distinct(sketch.options).map((one, index) => ({
      id: `o${index + 1}`,
      value: one.value,
      say: one.say ?? shownValue(one.value),
      why: one.why,
    })),
    computed: computedOf(sketch, seed),
  };
}

function computedOf({ files = {}, bytes = {}, setup = [], run, read = 'output' }: Sketch, seed: number): Computed {
  const start = {
    cwd: '/root/work',
    seed,
    profile: 'graphdriver' as const,
    machines: ['strata'],
    files: { ...files },
    bytes: { ...bytes },
  };
  return { start: { ...start, run: [...setup] }, files: {}, run: [run], read };
}

function distinct(options: readonly SketchOption[]): readonly SketchOption[] {
  return options.filter(({ value }, index) => options.findIndex((one) => one.value === value) === index).slice(0, MOST_OPTIONS);
}

/** Numbers and several lines stand as they are, anything else as code. */
function shownValue(value: string): { en: string; zh: string } {
  const text = /^\d+$/.test(value) || value.includes('\n') ? value : `\`${value}\``;
  return { en: text, zh: text };
}

/** What of a command's outcome is the key. */
export function readOf({ read }: Computed, { output, exit }: { readonly output: string; readonly exit: number }): string {
  if (read === 'exit') return String(exit);
  const text = output.replace(/\n$/, '');
  return read === 'output' ? text : (text.split('\n').at(-1) ?? '');
}

/** The item with the key that the engine gave. Throws when not exactly one option says so: such a question is not asked. */
export function settled(draft: Draft, answer: string): Single {
  const right = draft.options.filter(({ value }) => value === answer).map(({ id }) => id);
  if (right.length !== 1)
    throw new Error(
      `${draft.id}: expected one option with the value ${JSON.stringify(answer)}, found ${JSON.stringify(draft.options.map(({ value }) => value))}`,
    );
  return { ...draft, answer: right };
}
