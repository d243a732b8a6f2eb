import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newLesson } from '../../course/index.ts';
import { check } from './check.ts';

const book: Readonly<Record<string, string>> = {
  'course.yaml': 'title: { en: T, zh: 题 }\nlicence: MIT\ncredits: []\n',
  'glossary.yaml': 'terms:\n  - id: layer\n    en: { term: layer, say: A layer. }\n    zh: { term: 层, say: 一层。 }\n',
  'chapters/10-one/chapter.yaml':
    'id: one\nnumber: 1\ntitle: { en: One, zh: 一 }\nabout: { en: A, zh: 关 }\nmodules: [{ id: m, title: { en: M, zh: 模 } }]\n',
};

/** What the command says of a folder with these files, and its exit status. */
async function said(files: Readonly<Record<string, string>>): Promise<{ lines: string[]; exit: number }> {
  const root = mkdtempSync(join(tmpdir(), 'course-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const lines: string[] = [];
  const exit = await check(root, { say: (line) => void lines.push(line) });
  return { lines, exit };
}

const plan = {
  lessons: [{ id: 'first', number: 7, chapter: 1, facts: ['T001'], myths: ['E01'], exercises: ['a', 'b'], quizTopics: 6 }],
  proven: [],
  capstones: [],
};
const written = newLesson({ id: 'first', number: 7, module: 'm', plan });
const inFolder = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`chapters/10-one/10-first/${name}`, text]));

describe('strata check', () => {
  it('LES-137 a folder without a course, and one with a broken file, end with 1 and say which file', async () => {
    expect(await said({})).toEqual({
      exit: 1,
      lines: [
        'course.yaml: the file: expected it to exist, found nothing',
        'glossary.yaml: the file: expected it to exist, found nothing',
        '2 problems',
      ],
    });
    const { exit, lines } = await said({ ...book, ...inFolder({ ...written, 'quiz.yaml': 'id: q\nitems: none\n' }) });
    expect(exit).toBe(1);
    expect(lines[0]).toBe('chapters/10-one/10-first/quiz.yaml: line 2: items: expected a list, found "none"');
  });

  it('LES-136 a new lesson passes the schemas, holds what the plan knows, and every place to fill is told', async () => {
    expect(written['lesson.yaml']).toContain('T001:');
    expect(written['exercise.yaml']).toContain('id: b');
    const { lines, exit } = await said({ ...book, ...inFolder(written) });
    expect(exit).toBe(1);
    expect(lines).toContain('chapters/10-one/10-first/en.mdx: line 5: expected a text instead of ⟨why it matters⟩');
    expect(lines.slice(0, -1).every((line) => / line \d+: expected a text instead of ⟨/.test(line))).toBe(true);
  });

  it('LES-137 a lesson that is written is checked against itself and played', async () => {
    const filled = Object.fromEntries(
      Object.entries(written).map(([name, text]) => [
        name,
        text
          .replaceAll('⟨a command⟩', 'docker tag busybox web:1')
          .replaceAll('⟨image⟩', 'web')
          .replace(/⟨[^⟩]*⟩/g, 'text'),
      ]),
    );
    const { lines } = await said({ ...book, ...inFolder(filled) });
    expect(lines).toContain('chapters/10-one/10-first/exercise.yaml: line 2: a: attempts: expected at least one near-miss');
    expect(lines).toContain(
      "chapters/10-one/10-first/exercise.yaml: line 7: a: task.en: expected it to tell web:1, which the goal first asks for; where the learner has to find it out, say why in the goal's `found`",
    );
    expect(lines.some((line) => line.includes('a: solution 1'))).toBe(false);
  });
});
