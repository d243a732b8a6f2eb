import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';

const folder = 'chapters/10-one/10-first';
/** A course with one lesson in which nothing is wrong but its length. */
const right: Readonly<Record<string, string>> = {
  'course.yaml': 'title: { en: T, zh: 题 }\nlicence: MIT\ncredits: []\n',
  'glossary.yaml': `terms:
  - id: layer
    en: { term: layer, say: A layer. }
    zh: { term: 层, say: 一层。 }
`,
  'chapters/10-one/chapter.yaml': `id: one
number: 1
title: { en: One, zh: 一 }
about: { en: A, zh: 关 }
modules: [{ id: m, title: { en: M, zh: 模 } }]
`,
  [`${folder}/lesson.yaml`]: `id: first
number: 1
module: m
title: { en: First, zh: 一 }
summary: { en: S, zh: 摘 }
level: core
minutes: 5
teaches: [layer]
facts:
  T001: { en: A fact., zh: 一件事。 }
start:
  cwd: /root
scenes:
  - id: hello
    run: [echo hello]
`,
  [`${folder}/exercise.yaml`]: `exercises:
  - id: name
    title: { en: A name, zh: 名字 }
    task:
      en: Give \`busybox\` the name \`web:1\`.
      zh: 给 \`busybox\` 起名 \`web:1\`。
    goals:
      - id: named
        say: { en: It is there., zh: 有它。 }
        check: image-exists
        with: { image: "web:1" }
    hints: [{ en: a, zh: 一 }, { en: b, zh: 二 }, { en: c, zh: 三 }]
    solutions:
      - run: [docker tag busybox web:1]
`,
  [`${folder}/attempts/other.yaml`]: `about: another name
exercise: name
run: [docker tag busybox web:2]
expect:
  unmet: [named]
`,
  [`${folder}/quiz.yaml`]: `id: q
items:
  - id: one
    kind: single
    ask: { en: A, zh: 问 }
    options:
      - { id: x, say: { en: x, zh: x }, why: { en: x, zh: x } }
      - { id: y, say: { en: y, zh: y }, why: { en: y, zh: y } }
    answer: [x]
`,
  [`${folder}/en.mdx`]:
    '---\nlang: en\n---\n\n<Fact id="T001" />\n\nA <Term id="layer">layer</Term>.\n\n<Run scene="hello" />\n\n<Exercise id="name" />\n\n<Quiz />\n',
  [`${folder}/zh.mdx`]:
    '---\nlang: zh\n---\n\n<Fact id="T001" />\n\n一<Term id="layer">层</Term>。\n\n<Run scene="hello" />\n\n<Exercise id="name" />\n\n<Quiz />\n',
};

/** What `strata check` says of the course when a text of one file is another one; the length of its prose is no concern here. */
async function said(file: string, from: string, to: string): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'mistakes-'));
  for (const [path, text] of Object.entries(right)) {
    const mine = path === file || path === `${folder}/${file}`;
    if (mine) expect(text.split(from)).toHaveLength(2);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), mine ? text.replace(from, () => to) : text);
  }
  const lines: string[] = [];
  await check(root, { say: (line) => void lines.push(line) });
  return lines.slice(0, -1).filter((line) => !line.includes('the prose: expected'));
}

describe('the mistakes of authors', () => {
  it('LES-152 a course without a mistake has no problem', async () => {
    expect(await said('course.yaml', 'MIT', 'MIT')).toEqual([]);
  });

  it.each([
    [
      'an unknown field',
      'exercise.yaml',
      '    task:',
      '    taks: x\n    task:',
      'line 4: exercises[0]: expected no field named "taks"; check',
    ],
    ['a wrong type', 'lesson.yaml', 'minutes: 5', 'minutes: five', 'line 7: minutes: expected a number, found "five"'],
    ['a number below the least', 'lesson.yaml', 'minutes: 5', 'minutes: 0', 'line 7: minutes: expected a number greater than 0, found 0'],
    [
      'a text with a colon in a list',
      'lesson.yaml',
      '[echo hello]',
      '[{ cmd: echo }]',
      'line 15: scenes[0].run[0].run: expected text, found nothing',
    ],
    [
      'a missing translation',
      'exercise.yaml',
      'title: { en: A name, zh: 名字 }',
      'title: { en: A name }',
      'line 3: exercises[0].title.zh: expected text, found nothing',
    ],
    [
      'an unknown check',
      'exercise.yaml',
      'image-exists',
      'image-exist',
      'line 10: exercises[0].goals[0].check: expected the name of a check (image-exists, ',
    ],
    [
      'a parameter of another check',
      'exercise.yaml',
      'image: "web:1"',
      'image: "web:1", path: /a',
      'line 11: exercises[0].goals[0].with.path: expected only machine, image for the check image-exists, found "/a"',
    ],
    [
      'a wrong kind of parameter',
      'exercise.yaml',
      'image: "web:1"',
      'image: 1',
      'line 11: exercises[0].goals[0].with.image: expected an image reference',
    ],
    [
      'a goal without with',
      'exercise.yaml',
      '\n        with: { image: "web:1" }',
      '',
      'line 8: exercises[0].goals[0].with.image: expected an image reference with a tag',
    ],
    ['an id that is there twice', 'quiz.yaml', 'id: y', 'id: x', 'line 8: items[0].options[1].id: expected an id of its own, found "x"'],
    [
      'an exercise that is there twice',
      'exercise.yaml',
      'solutions:\n      - run: [docker tag busybox web:1]\n',
      'solutions: [{ run: [a] }]\n  - id: name\n    title: { en: a, zh: 一 }\n    task: { en: a, zh: 一 }\n    questions: []\n    hints: []\n',
      'line 14: exercises[1].id: expected an id of its own, found "name"',
    ],
    [
      'a wrong kind of question',
      'quiz.yaml',
      'kind: single',
      'kind: choice',
      'line 4: items[0].kind: expected one of "single", "multiple", "predict"',
    ],
    [
      'an attempt that expects something else',
      'attempts/other.yaml',
      'unmet: [named]',
      'unmett: [named]',
      'line 5: expect: expected no field named "unmett"',
    ],
    [
      'an attempt at nothing',
      'attempts/other.yaml',
      'exercise: name',
      'exercise: nam',
      'line 2: exercise: expected one of name, found "nam"',
    ],
    [
      'an attempt that meets what it should not',
      'attempts/other.yaml',
      'web:2',
      'web:1',
      'line 4: expect.unmet: expected [named], found []',
    ],
    [
      'a solution that is none',
      'exercise.yaml',
      'run: [docker tag busybox web:1]',
      'run: [docker tag busybox web:2]',
      'line 14: name: solution 1: expected every goal met',
    ],
    [
      'a trap that is not there',
      'attempts/other.yaml',
      '[named]',
      '[named]\n  trap: nowhere',
      'line 6: expect.trap: expected a trap of the exercise (it has none), found nowhere',
    ],
    ['an unknown tag', 'en.mdx', '<Quiz />', '<Quizz />\n\n<Quiz />', 'line 13: expected one of the tags Exercise, '],
    [
      'a fact without its tag',
      'en.mdx',
      '<Fact id="T001" />\n\n',
      '',
      '<Fact id="T001">: expected it once, found it nowhere (lesson.yaml asks for it in line 10)',
    ],
    [
      'a scene that is not there',
      'en.mdx',
      'scene="hello"',
      'scene="hullo"',
      'line 9: <Run>: expected scene to be one of hello, found hullo',
    ],
    [
      'a scene that ends otherwise',
      'lesson.yaml',
      'echo hello',
      '(exit 3)',
      'line 14: scene hello: `(exit 3)` ended with exit code 3, not 0',
    ],
    [
      'languages that differ',
      'zh.mdx',
      '<Exercise id="name" />\n\n<Quiz />',
      '<Quiz />\n\n<Exercise id="name" />',
      'line 11: expected <Exercise id="name">, as in line 11 of en.mdx, found <Quiz>',
    ],
    [
      'a term nobody defined',
      'lesson.yaml',
      'teaches: [layer]',
      'teaches: [bed]',
      'line 8: teaches: expected terms of glossary.yaml, found "bed"',
    ],
    ['a wrong indentation', 'exercise.yaml', '    hints:', '   hints:', 'line 12: expected the same indentation as the fields beside it'],
    ['a tab', 'lesson.yaml', '  cwd: /root', '\tcwd: /root', 'line 12: expected blanks for indentation, found a tab'],
    ['a colon in a bare text', 'course.yaml', 'licence: MIT', 'licence: MIT: free', 'line 2: expected one `field: value`'],
    [
      'a place to be filled that begins a text',
      'exercise.yaml',
      'image: "web:1"',
      'image: @image@',
      'line 11: expected a text; one that begins with @',
    ],
    [
      'a file that is not there',
      'lesson.yaml',
      'start:\n  cwd: /root',
      'start:\n  cwd: root',
      'line 12: start.cwd: expected text that begins with "/", found "root"',
    ],
    ['a fact with a wrong name', 'lesson.yaml', 'T001:', 'T1:', 'line 10: facts.T1: expected another name for this field'],
    [
      'a name that the task does not tell',
      'exercise.yaml',
      'zh: 给 `busybox` 起名 `web:1`。',
      'zh: 起名。',
      'line 6: name: task.zh: expected it to tell web:1, which the goal named asks for',
    ],
  ])('LES-152 %s is told with file, line and what was expected', async (_, file, from, to, wanted) => {
    const lines = await said(file, from, to);
    const path = file in right ? file : `${folder}/${file}`;
    expect(
      lines.filter((line) => line.startsWith(`${path}: ${wanted}`)),
      lines.join('\n'),
    ).toHaveLength(1);
    expect(lines.filter((line) => !/line \d+/.test(line))).toEqual([]);
  });
});
