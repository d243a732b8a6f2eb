// What the reference pages are made from, read once a build: recordings, words, and the lessons' prose.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lesson } from '../course/index.ts';
import { type InstructionReference, instructionReference } from '../course/schema/reference.ts';

let instructions: readonly InstructionReference[] | undefined;
const prose = new Map<string, string>();

export function instructionWords(name: string): InstructionReference {
  instructions ??= instructionReference.parse(
    parse(readFileSync(`${process.cwd()}/content/reference/instructions.yaml`, 'utf8')),
  ).instructions;
  const found = instructions.find((one) => one.name === name);
  if (!found) throw new Error(`content/reference/instructions.yaml: expected an entry for ${name}`);
  return found;
}

export function proseOf(lesson: Lesson): string {
  const known = prose.get(lesson.id) ?? readFileSync(`${process.cwd()}/content/${lesson.folder}/en.mdx`, 'utf8');
  prose.set(lesson.id, known);
  return known;
}
