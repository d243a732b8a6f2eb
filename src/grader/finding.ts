// What a check answers and what a whole grading answers. Plain data: it crosses to the page and into saved results.
// Words are made later (words.ts), in the reader's language.

import type { FindingKey } from './words/en/index.ts';

/** Where to look: the pictures mark these. */
export interface Evidence {
  readonly image?: string;
  /** The container's id. */
  readonly container?: string;
  readonly volume?: string;
  /** A reference as a registry knows it, with its host. */
  readonly reference?: string;
  /** Number of the command. */
  readonly turn?: number;
  readonly layers?: readonly string[];
  readonly paths?: readonly string[];
  /** Paths on the machine itself. */
  readonly files?: readonly string[];
}

/** A check never answers just "no": `key` names the sentence, `values` fill it in. */
export interface Finding {
  readonly ok: boolean;
  readonly key: FindingKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly evidence?: Evidence;
}

/** A sentence in both languages. */
export interface Localized {
  readonly en: string;
  readonly zh: string;
}

/** One condition as content states it: the name of a check and its parameters. */
export interface Condition {
  readonly check: string;
  readonly with: Readonly<Record<string, unknown>>;
}

export interface Goal extends Condition {
  readonly id: string;
  readonly say: Localized;
}

/** A near-miss that authors foresaw: when all conditions hold (or, with `not`, fail), its sentence is shown. */
export interface Trap {
  readonly id: string;
  readonly say: Localized;
  readonly when: readonly (Condition & { readonly not?: boolean })[];
}

export interface ExerciseGoals {
  readonly id: string;
  readonly goals: readonly Goal[];
  readonly traps: readonly Trap[];
}

/** How one goal stands. `since` is the number of the command that met it, 0 when it was so from the start. */
export interface GoalState {
  readonly id: string;
  readonly finding: Finding;
  readonly since?: number;
  /** The command after which a goal that had been met no longer was. */
  readonly brokenBy?: number;
}

export interface Verdict {
  readonly exercise: string;
  readonly passed: boolean;
  readonly goals: readonly GoalState[];
  /** The id of the first trap that matches, while the exercise has not passed. */
  readonly trap?: string;
}
