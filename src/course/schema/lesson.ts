// lesson.yaml: the facts of a lesson that have no language.
import { z } from 'zod';
import { id, localized, uniqueIds } from './localized.ts';

const profile = z.enum(['classic', 'graphdriver', 'containerd']);

/** How the lab's machine begins. Lines run silently; all must succeed. */
export const startState = z.strictObject({
  cwd: z.string().startsWith('/'),
  seed: z.int().nonnegative().default(1),
  /** Which Docker the machines run: 20.10, 28, or 28 with the containerd image store. */
  profile: profile.default('graphdriver'),
  /** Names of the machines; the terminal begins on the first. */
  machines: z
    .array(z.string().regex(/^[a-z][a-z0-9-]*$/))
    .min(1)
    .max(3)
    .default(['strata']),
  files: z.record(z.string(), z.string()).default({}),
  bytes: z.record(z.string(), z.int().nonnegative()).default({}),
  run: z.array(z.string().min(1)).default([]),
});

/** A start that differs from the lesson's: a field that is given replaces the lesson's field whole. */
export const startOverride = z.strictObject({
  cwd: startState.shape.cwd.optional(),
  seed: z.int().nonnegative().optional(),
  profile: profile.optional(),
  machines: startState.shape.machines.unwrap().optional(),
  files: z.record(z.string(), z.string()).optional(),
  bytes: z.record(z.string(), z.int().nonnegative()).optional(),
  run: z.array(z.string().min(1)).optional(),
});
export type StartOverride = z.infer<typeof startOverride>;

/** A line of a scene. It must end with `exit`, 0 unless said; `hidden` lines run and are not shown. */
const sceneLine = z.union([
  z
    .string()
    .min(1)
    .transform((run) => ({ run, exit: 0, hidden: false })),
  z.strictObject({ run: z.string().min(1), exit: z.int().default(0), hidden: z.boolean().default(false) }),
]);

/** Commands that the engine runs when the site is built, so that shown output cannot rot. */
export const scene = z.strictObject({
  id,
  /** Runs after the scene named here; otherwise in a copy of the lesson's start. */
  after: id.optional(),
  /** A start of its own, e.g. another profile. */
  start: startOverride.optional(),
  /** Files written before the commands. */
  files: z.record(z.string(), z.string()).default({}),
  run: z.array(sceneLine).min(1),
});

/** What is guessed about: `show` is code, the same in both languages; `say` is words. */
const predictRow = z
  .strictObject({ id, show: z.string().optional(), say: localized.optional(), truth: id, why: localized })
  .refine((row) => (row.show === undefined) !== (row.say === undefined), { error: 'expected either `show` (code) or `say` (words)' });

export const predict = z.strictObject({
  id,
  ask: localized,
  choices: z.array(z.strictObject({ id, say: localized })).min(2),
  rows: z.array(predictRow).min(1),
});

export const lesson = z
  .strictObject({
    id,
    number: z.int().positive(),
    /** A module of the chapter. */
    module: id,
    title: localized,
    summary: localized,
    level: z.enum(['intro', 'core', 'advanced']),
    minutes: z.int().positive(),
    teaches: z.array(id).default([]),
    assumes: z.array(id).default([]),
    /** A lesson teaches; a capstone at the end of a chapter asks for all of it; an example is no part of the course. */
    kind: z.enum(['lesson', 'capstone', 'example']).default('lesson'),
    /** Which Dockers the lab offers, when the outcome depends on it; the first is the start's. */
    profiles: z.array(profile).default([]),
    /** The facts of the plan this lesson teaches, each as one true sentence; `<Fact id>` in the prose marks the place. */
    facts: z.record(z.string().regex(/^T\d{3}$/), localized).default({}),
    errata: z.array(z.string().regex(/^E\d{2,3}$/)).default([]),
    rules: z.array(z.string().regex(/^[A-Z]+-\d+$/)).default([]),
    start: startState,
    /** A command that stands ready at the first prompt. */
    ready: z.string().optional(),
    scenes: z.array(scene).default([]),
    predict: z.array(predict).default([]),
  })
  .superRefine((value, context) => {
    for (const field of ['scenes', 'predict'] as const) uniqueIds(value[field], context, field);
    value.scenes.forEach(({ after }, index) => {
      const earlier = value.scenes.map(({ id: one }) => one);
      if (after !== undefined && !earlier.slice(0, index).includes(after))
        context.addIssue({ code: 'custom', path: ['scenes', index, 'after'], message: 'expected the id of a scene above', input: after });
    });
  });

export type StartData = z.infer<typeof startState>;
export type Scene = z.infer<typeof scene>;
export type Predict = z.infer<typeof predict>;
export type LessonFacts = z.infer<typeof lesson>;

/** A start with the fields of an override in place of its own. */
export function withStart(start: StartData, override: StartOverride = {}): StartData {
  return { ...start, ...(Object.fromEntries(Object.entries(override).filter(([, value]) => value !== undefined)) as Partial<StartData>) };
}
