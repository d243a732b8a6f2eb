// What a generator writes: a question about what the engine will say, the options with their reasons, and nothing about which is right.
import type { Localized } from '../course/schema/localized.ts';
import type { Chance } from './random.ts';

export const topics = ['layers', 'dockerfile', 'files', 'containers', 'names'] as const;
export type Topic = (typeof topics)[number];

export interface SketchOption {
  /** What the engine prints when this is right. */
  readonly value: string;
  /** How it is shown, when not as its value. */
  readonly say?: Localized;
  /** The rule that makes it right, or that it forgets: true in either case. */
  readonly why: Localized;
}

export interface Sketch {
  readonly ask: Localized;
  /** What is seen: files and commands. */
  readonly show: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Files of a given length. */
  readonly bytes?: Readonly<Record<string, number>>;
  /** Lines that make the situation; all must succeed. */
  readonly setup?: readonly string[];
  /** The line whose outcome is the key. */
  readonly run: string;
  readonly read?: 'output' | 'last-line' | 'exit';
  /** The first of two equal values counts. */
  readonly options: readonly SketchOption[];
}

export interface Generator {
  readonly id: string;
  readonly topic: Topic;
  make(chance: Chance): Sketch;
}

export const say = (en: string, zh: string): Localized => ({ en, zh });
export const option = (value: string | number, en: string, zh: string, shown?: Localized): SketchOption => ({
  value: String(value),
  why: { en, zh },
  ...(shown ? { say: shown } : {}),
});

/** The small image that questions are built on; it has one layer. */
export const BASE = 'busybox:1.36';
export const dockerfile = (...lines: readonly (string | false)[]): string => `${lines.filter((line) => line !== false).join('\n')}\n`;
/** A Dockerfile and commands, as they are shown. */
export const shown = (files: readonly string[], commands: readonly string[] = []): string =>
  [...files.map((text) => text.trimEnd()), commands.map((line) => `$ ${line}`).join('\n')].filter((text) => text !== '').join('\n\n');
