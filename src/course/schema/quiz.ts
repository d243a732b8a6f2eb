// quiz.yaml: options by id, the key as a set of ids, an explanation under every option; behaviour is asked of the engine.
import { z } from 'zod';
import { conditionProblems } from '../../grader/index.ts';
import { startOverride } from './lesson.ts';
import { id, localized, uniqueIds } from './localized.ts';

/** `value`: what the engine's answer is when this option is right. `myth`: the misconception it stands for. */
const option = z.strictObject({
  id,
  say: localized,
  why: localized,
  value: z.string().optional(),
  myth: z
    .string()
    .regex(/^E\d{2,3}$/)
    .optional(),
});

/** Commands whose outcome is the key: run after the lesson's start, or after this one. */
const computed = z.strictObject({
  start: startOverride.optional(),
  files: z.record(z.string(), z.string()).default({}),
  run: z.array(z.string().min(1)).min(1),
  /** What of the last command counts: its output without the last line end, its last line, or its exit code. */
  read: z.enum(['output', 'last-line', 'exit']).default('output'),
});

const common = {
  id,
  /** The number of the lesson's quiz topic in the plan that this item asks about, from 1. */
  topic: z.int().positive().optional(),
  ask: localized,
  /** Shown as code under the question: a Dockerfile, commands. The same in both languages. */
  show: z.string().optional(),
};

const choice = {
  ...common,
  options: z.array(option).min(2),
  answer: z.array(id).min(1),
  computed: computed.optional(),
};

const single = z.strictObject({ kind: z.literal('single'), ...choice });
const multiple = z.strictObject({ kind: z.literal('multiple'), ...choice });
/** "What does this print?": `show` holds what is run, the key is computed. */
const predict = z.strictObject({ kind: z.literal('predict'), ...choice, show: z.string(), computed });
/** Lines to be put into an order; `answer` lists their ids. Written in the right order, shown shuffled. */
const order = z.strictObject({
  kind: z.literal('order'),
  ...common,
  lines: z.array(z.strictObject({ id, say: localized })).min(3),
  why: localized,
});
/** Every row belongs to one bin. Sorting and matching alike. */
const match = z.strictObject({
  kind: z.literal('match'),
  ...common,
  bins: z.array(z.strictObject({ id, say: localized })).min(2),
  rows: z.array(z.strictObject({ id, say: localized, bin: id, why: localized })).min(2),
});
/** A word or line to be typed. Compared without outer blanks; letter case counts unless `ignoreCase`. */
const fill = z.strictObject({
  kind: z.literal('fill'),
  ...common,
  accept: z.array(z.string().min(1)).min(1),
  ignoreCase: z.boolean().default(false),
  why: localized,
  computed: computed.optional(),
});
/** "Type a command that …": it is run on a machine of its own, and the goals must hold afterwards. */
const command = z.strictObject({
  kind: z.literal('command'),
  ...common,
  start: startOverride.optional(),
  goals: z.array(z.strictObject({ id, check: z.string(), with: z.record(z.string(), z.unknown()).default({}) })).min(1),
  /** Commands that do it; the first is shown afterwards. */
  solutions: z.array(z.string().min(1)).min(1),
  why: localized,
});

export const item = z.discriminatedUnion('kind', [single, multiple, predict, order, match, fill, command]).superRefine((value, context) => {
  const issue = (path: (string | number)[], message: string, input?: unknown) => context.addIssue({ code: 'custom', path, message, input });
  const unique = (list: readonly { readonly id: string }[], path: string) => uniqueIds(list, context, path);
  switch (value.kind) {
    case 'single':
    case 'multiple':
    case 'predict': {
      unique(value.options, 'options');
      const known = value.options.map((one) => one.id);
      value.answer.forEach((one, index) => {
        if (!known.includes(one)) issue(['answer', index], `expected the id of an option (${known.join(', ')})`, one);
      });
      if (value.kind !== 'multiple' && value.answer.length !== 1)
        issue(['answer'], `expected exactly one id, because the kind is ${value.kind}`, value.answer);
      if (value.computed && value.options.some((one) => one.value === undefined))
        issue(['options'], 'expected every option to have a value, because the key is computed');
      return;
    }
    case 'order':
      return unique(value.lines, 'lines');
    case 'match':
      unique(value.rows, 'rows');
      value.rows.forEach((row, index) => {
        if (!value.bins.some((bin) => bin.id === row.bin)) issue(['rows', index, 'bin'], 'expected the id of a bin', row.bin);
      });
      return;
    case 'command':
      value.goals.forEach((goal, index) => {
        for (const problem of conditionProblems(goal)) issue(['goals', index, 'check'], problem.message, problem.found);
      });
  }
});

export const quiz = z
  .strictObject({ id, items: z.array(item).min(1) })
  .superRefine((value, context) => uniqueIds(value.items, context, 'items'));
export type Quiz = z.infer<typeof quiz>;
export type QuizItem = z.infer<typeof item>;
export type Computed = z.infer<typeof computed>;
/** An item whose answer is a set of options. */
export type ChoiceItem = Extract<QuizItem, { readonly kind: 'single' | 'multiple' | 'predict' }>;
