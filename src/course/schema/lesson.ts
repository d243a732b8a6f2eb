// lesson.yaml: the facts of a lesson that have no language.
import { z } from 'zod';
import { id, localized } from './localized.ts';

/** How the lab's machine begins. Lines run silently; all must succeed. */
export const startState = z.strictObject({
  cwd: z.string().startsWith('/'),
  seed: z.int().nonnegative().default(1),
  /** Which Docker the machines run: 20.10, 28, or 28 with the containerd image store. */
  profile: z.enum(['classic', 'graphdriver', 'containerd']).default('graphdriver'),
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

/** Commands that the engine runs when the site is built, so that shown output cannot rot. */
export const scene = z.strictObject({
  id,
  /** Runs in a copy of the lesson's start, after the scene named here. */
  after: id.optional(),
  /** Files written before the commands. */
  files: z.record(z.string(), z.string()).default({}),
  run: z.array(z.string().min(1)).min(1),
});

export const predict = z.strictObject({
  id,
  ask: localized,
  choices: z.array(z.strictObject({ id, say: localized })).min(2),
  rows: z.array(z.strictObject({ id, show: z.string(), truth: id, why: localized })).min(1),
});

export const lesson = z.strictObject({
  id,
  number: z.int().positive(),
  title: localized,
  summary: localized,
  level: z.enum(['intro', 'core', 'advanced']),
  minutes: z.int().positive(),
  teaches: z.array(id).default([]),
  assumes: z.array(id).default([]),
  topics: z.array(z.string().regex(/^T\d{3}$/)).min(1),
  errata: z.array(z.string().regex(/^E\d{2,3}$/)).default([]),
  rules: z.array(z.string().regex(/^[A-Z]+-\d+$/)).default([]),
  start: startState,
  /** A command that stands ready at the first prompt. */
  ready: z.string().optional(),
  scenes: z.array(scene).default([]),
  predict: z.array(predict).default([]),
});

export type StartData = z.infer<typeof startState>;
export type Scene = z.infer<typeof scene>;
export type Predict = z.infer<typeof predict>;
export type LessonFacts = z.infer<typeof lesson>;
