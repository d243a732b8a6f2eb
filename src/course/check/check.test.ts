import { describe, expect, it } from 'vitest';
import type { Lesson } from '../load.ts';
import type { Exercise } from '../schema/exercise.ts';
import type { Plan } from '../schema/plan.ts';
import { lessonProblems } from './lesson.ts';
import { nameProblems } from './names.ts';
import { parityProblems } from './parity.ts';
import { halfWidth, hanCount, tagsOf, wordCount } from './prose.ts';

describe('prose', () => {
  it('LES-68 tags are read with their attributes and lines, not those in code', () => {
    const text =
      '---\nlang: en\n---\n\nA `<Run scene="no" />` and\n<Try line="echo > /a \'b\'" /> <Myth once claim="`<missing>` is lost">\n\nx\n\n</Myth>';
    expect(tagsOf(text)).toEqual([
      { name: 'Try', attributes: { line: "echo > /a 'b'" }, line: 6 },
      { name: 'Myth', attributes: { once: 'true', claim: '`<missing>` is lost' }, line: 6 },
    ]);
  });

  it('LES-69 words are those of the prose: no front matter, no tags', () => {
    expect(wordCount('---\nlang: en\n---\nOne <Term id="layer">two</Term> three.\n\n<Run scene="a" />')).toBe(3);
    expect(hanCount('---\nlang: zh\n---\n一层 <Term id="layer">层</Term>。')).toBe(3);
  });

  it('LES-70 half-width punctuation after Chinese, and straight quotes, are found with their line; code and tags are not prose', () => {
    expect(halfWidth('一层，`"x"`。\n\n<Try line="a,b" />\n\n层,次 "名"')).toEqual([
      'line 5: 层,次 "名"',
      'line 5: 层,次 "名"',
      'line 5: 层,次 "名"',
    ]);
    expect(halfWidth('一层，两层：“好”。')).toEqual([]);
  });
});

describe('parity', () => {
  const en = '## A\n\n<Run scene="a" />\n\n`docker ps` and <Term id="layer">layers</Term>, <Term id="image">images</Term>.';

  it('LES-67 the same tags, headings and commands are no problem, whatever order terms stand in', () => {
    expect(
      parityProblems(en, '## 甲\n\n<Run scene="a" />\n\n<Term id="image">镜像</Term>的<Term id="layer">层</Term>，`docker ps`。'),
    ).toEqual([]);
  });

  it('LES-67 what is missing, moved or too much is told', () => {
    expect(parityProblems(en, '# 甲\n\n<Run scene="b" />\n\n<Term id="layer">层</Term>，`docker ps -a`。')).toEqual([
      'line 3: expected <Run scene="a">, as in line 3 of en.mdx, found <Run scene="b">',
      'terms: expected <Term id="image">, as in line 5 of en.mdx',
      'headings: expected depths 2, as in en.mdx, found 1',
      'code: expected `docker ps`, as in en.mdx',
      'code: expected no `docker ps -a`, which en.mdx does not have',
    ]);
  });
});

const exercise = (task: string, goal: Partial<Exercise['goals'][number]>): Exercise =>
  ({
    id: 'ex',
    task: { en: task, zh: task },
    goals: [{ id: 'g', say: { en: 'say', zh: 'say' }, check: 'fs-has', with: { image: '@image@:1', path: '/root/app/a' }, ...goal }],
  }) as unknown as Exercise;

describe('names', () => {
  it('LES-64 a name that a goal asks for stands in the task as it is written; a path may be told from where one stands', () => {
    expect(nameProblems(exercise('`@image@:1` has `a`', {}), '/root/app')).toEqual([]);
    expect(nameProblems(exercise('`@image@:1` has `~/app/a`', {}), '/')).toEqual([]);
    expect(nameProblems(exercise('`web:1` has /root/app/a', {}), '/').map(({ text }) => text)).toEqual([
      "ex: task.en: expected it to tell @image@:1, which the goal g asks for; where the learner has to find it out, say why in the goal's `found`",
      "ex: task.zh: expected it to tell @image@:1, which the goal g asks for; where the learner has to find it out, say why in the goal's `found`",
    ]);
  });

  it('LES-64 a text is told line by line; what the learner finds out says so with its reason, and only then', () => {
    const goal = { check: 'bytes-absent', with: { image: 'a:1', text: 'secret\n' } };
    expect(nameProblems(exercise('`a:1` without `secret`', goal), '/')).toEqual([]);
    expect(nameProblems(exercise('`a:1`', goal), '/')).toHaveLength(2);
    expect(nameProblems(exercise('`a:1`', { ...goal, found: 'The learner looks for it.' }), '/')).toEqual([]);
    expect(
      nameProblems(exercise('`a:1` without `secret`', { ...goal, found: 'The learner looks for it.' }), '/').map(({ text }) => text),
    ).toEqual(['ex: g: found: expected none, because the task tells everything this goal asks for']);
  });
});

describe('lesson', () => {
  const plan: Plan = {
    lessons: [{ id: 'first', number: 1, chapter: 1, facts: ['T001', 'T002'], myths: ['E01', 'E02'], exercises: ['ex'], quizTopics: 2 }],
    proven: ['E01'],
    capstones: [],
  };
  const lesson = {
    id: 'first',
    folder: 'f',
    kind: 'lesson',
    number: 1,
    chapter: { number: 1 },
    start: { cwd: '/root' },
    facts: { T001: { en: 'a', zh: 'b' } },
    errata: ['E01', 'E02'],
    teaches: ['layer'],
    scenes: [{ id: 'shown' }, { id: 'unused' }],
    predict: [],
    exercises: [],
    quiz: { items: [{ id: 'q', kind: 'single', topic: 1, options: [{ id: 'a' }] }] },
  } as unknown as Lesson;
  const problems = (en: string, elsewhere: readonly string[] = []) =>
    lessonProblems({ lesson, en, zh: en, plan, provenElsewhere: new Set(elsewhere) }).map(({ file, text }) => `${file.slice(2)}: ${text}`);

  it('LES-130 facts, exercises, topics and myths of the plan are asked for, and every scene has a tag', () => {
    const found = problems(
      '<Run scene="shown" />\n\n<Run scene="nowhere" />\n\n<Fact id="T003" />\n\n<Wrong />\n\n<Myth id="E01" claim="x">y</Myth>',
    );
    for (const one of [
      'lesson.yaml: facts: expected T002, as in plan.yaml',
      'exercise.yaml: exercises: expected one with the id ex, as in plan.yaml',
      'quiz.yaml: items: expected one with `topic: 2` (the plan has 2)',
      'quiz.yaml: items: expected 6 to 10, found 1',
      'quiz.yaml: items: expected a misconception, an option with `myth`',
      'en.mdx: line 3: <Run>: expected scene to be one of shown, unused, found nowhere',
      'en.mdx: scene unused: expected a tag that shows it',
      'en.mdx: <Fact id="T001">: expected it once, found it nowhere',
      'en.mdx: line 5: <Fact id="T003">: expected one of T001',
      'en.mdx: <Term id="layer">: expected it, found it nowhere',
      'en.mdx: <Quiz />: expected it once, found it nowhere',
      'en.mdx: line 9: <Myth id="E01">: expected a scene, because plan.yaml wants it proven',
      'en.mdx: <Myth id="E02">: expected it, or an option of the quiz with `myth: E02`',
      'en.mdx: the prose: expected 600 to 1400 words, found 1',
    ])
      expect(found).toContain(one);
    expect(found.find((one) => one.includes('line 7'))).toContain('found <Wrong>');
  });

  it('LES-130 a myth that another lesson proves may be asked in the quiz instead', () => {
    expect(problems('')).toContain('en.mdx: <Myth id="E01" scene="…">: expected it: plan.yaml wants it proven');
    expect(problems('', ['E01'])).toContain('en.mdx: <Myth id="E01">: expected it, or an option of the quiz with `myth: E01`');
  });
});
