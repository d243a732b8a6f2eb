import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { course } from './play.ts';

const prose = (folder: string, language: 'en' | 'zh') =>
  readFileSync(new URL(`../content/${folder}/${language}.mdx`, import.meta.url), 'utf8');

/** Tags with their ids, scenes and lines, in order; a claim is prose and differs. */
function tags(text: string): string[] {
  return [...text.matchAll(/<(Predict|Run|Value|Fact|Stack|Try|Exercise|Quiz|Myth|Term)\b([^>]*)>/g)].map(([, name, attributes]) => {
    const keys = [...(attributes ?? '').matchAll(/\b(id|scene|line|image|match)="([^"]*)"|\bonce\b(?!=)/g)].map(([whole]) => whole);
    return [name, ...keys].join(' ');
  });
}

const withoutTerms = (list: readonly string[]) => list.filter((tag) => !tag.startsWith('Term'));
const headings = (text: string) => [...text.matchAll(/^#+ /gm)].length;

describe.each(course.lessons.map((lesson) => [lesson.id, lesson] as const))('parity: %s', (_, lesson) => {
  const en = prose(lesson.folder, 'en');
  const zh = prose(lesson.folder, 'zh');

  it('LES-67 both languages have the same tags with the same ids, in the same order', () => {
    expect(withoutTerms(tags(zh))).toEqual(withoutTerms(tags(en)));
    expect(
      tags(zh)
        .filter((tag) => tag.startsWith('Term'))
        .sort(),
    ).toEqual(
      tags(en)
        .filter((tag) => tag.startsWith('Term'))
        .sort(),
    );
  });

  it('LES-67 both have the same headings and the same code spans that are commands', () => {
    expect(headings(zh)).toBe(headings(en));
    const commands = (text: string) => [...text.matchAll(/`(docker [^`]+)`/g)].map(([, command]) => command).sort();
    expect([...new Set(commands(zh))]).toEqual([...new Set(commands(en))]);
  });

  it('LES-68 every tag names something that exists, and everything prepared is used', () => {
    const used = (tag: string) => [...en.matchAll(new RegExp(`<${tag}\\b[^>]*\\bid="([^"]*)"`, 'g'))].map(([, id]) => id ?? '');
    const usedScenes = (tag: string) => [...en.matchAll(new RegExp(`<${tag}\\b[^>]*\\bscene="([^"]*)"`, 'g'))].map(([, id]) => id ?? '');
    expect(new Set(used('Term'))).toEqual(new Set(used('Term').filter((id) => course.terms.has(id))));
    expect(used('Predict').sort()).toEqual(lesson.predict.map((one) => one.id).sort());
    expect(new Set(['Run', 'Value', 'Stack', 'Myth'].flatMap(usedScenes))).toEqual(new Set(lesson.scenes.map((one) => one.id)));
    expect(used('Exercise').sort()).toEqual(lesson.exercises.map((one) => one.id).sort());
  });

  it('LES-69 the terms a lesson teaches are in its text', () => {
    for (const term of [...lesson.teaches, ...lesson.assumes]) expect(en, term).toContain(`<Term id="${term}">`);
  });

  it('LES-69 the prose is of a length one reads in a sitting', () => {
    const words = en
      .replace(/---[\s\S]*?---/, '')
      .replace(/<[^>]+>/g, ' ')
      .split(/\s+/)
      .filter((word) => /\w/.test(word)).length;
    const characters = [...zh.matchAll(/\p{Script=Han}/gu)].length;
    expect(words).toBeGreaterThan(600);
    expect(words).toBeLessThan(1400);
    expect(characters).toBeGreaterThan(900);
  });

  it('LES-70 Chinese uses full-width punctuation and no straight quotes in prose', () => {
    const text = zh
      .replace(/<[^>]+>/g, '')
      .replace(/`[^`]*`/g, '')
      .replace(/---[\s\S]*?---/, '');
    expect([...text.matchAll(/\p{Script=Han}[,;:?!]|["']/gu)].map(([found]) => found)).toEqual([]);
  });
});
