import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentError, loadCourse, withoutNumber } from './index.ts';

/** A content folder with the least that loads; `change` replaces or adds files. */
function content(change: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  const lesson = 'chapters/10-one/10-first';
  const files: Record<string, string> = {
    'course.yaml': 'title: { en: T, zh: 题 }\nlicence: MIT\ncredits: []\n',
    'glossary.yaml': 'terms:\n  - id: layer\n    en: { term: layer, say: A layer. }\n    zh: { term: 层, say: 一层。 }\n',
    'labs/front.yaml': 'id: front\nstart: { cwd: /root }\n',
    'chapters/10-one/chapter.yaml':
      'id: one\nnumber: 1\ntitle: { en: One, zh: 一 }\nabout: { en: A, zh: 关 }\nmodules: [{ id: m, title: { en: M, zh: 模 } }]\n',
    [`${lesson}/lesson.yaml`]:
      'id: first\nnumber: 1\nmodule: m\ntitle: { en: First, zh: 一 }\nsummary: { en: S, zh: 摘 }\nlevel: core\nminutes: 5\nteaches: [layer]\nstart: { cwd: /root }\n',
    [`${lesson}/exercise.yaml`]:
      'exercises:\n  - id: ex\n    title: { en: E, zh: 练 }\n    task: { en: E, zh: 练 }\n    goals:\n      - id: g\n        say: { en: G, zh: 目 }\n        check: image-exists\n        with: { image: "a:1" }\n    hints: [{ en: a, zh: 一 }, { en: b, zh: 二 }, { en: c, zh: 三 }]\n    solutions: [{ run: [docker pull a] }]\n',
    [`${lesson}/quiz.yaml`]:
      'id: q\nitems:\n  - id: i\n    kind: single\n    ask: { en: A, zh: 问 }\n    options:\n      - { id: x, say: { en: x, zh: x }, why: { en: x, zh: x } }\n      - { id: y, say: { en: y, zh: y }, why: { en: y, zh: y } }\n    answer: [x]\n',
    [`${lesson}/en.mdx`]: '---\nlang: en\n---\n',
    [`${lesson}/zh.mdx`]: '---\nlang: zh\n---\n',
    ...change,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function problemsOf(change: Readonly<Record<string, string>>): string {
  try {
    loadCourse(content(change));
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
  return 'no problem';
}

const lesson = (name: string) => `chapters/10-one/10-first/${name}`;

const lessonYaml =
  'id: first\nnumber: 1\nmodule: m\ntitle: { en: First, zh: 一 }\nsummary: { en: S, zh: 摘 }\nlevel: core\nminutes: 5\nteaches: [layer]\nstart: { cwd: /root }\n';

function exercise(goal: string): string {
  return `exercises:\n  - id: ex\n    title: { en: E, zh: 练 }\n    task: { en: E, zh: 练 }\n    goals:\n      - id: g\n        say: { en: G, zh: 目 }\n        ${goal}\n    hints: [{ en: a, zh: 一 }, { en: b, zh: 二 }, { en: c, zh: 三 }]\n    solutions: [{ run: [docker pull a] }]\n`;
}

describe('course', () => {
  it('LES-147 a folded line leaves no blank between Chinese characters, nor beside their marks; code keeps its own', () => {
    const folded = exercise('check: image-exists\n        with: { image: "a:1" }').replace(
      'task: { en: E, zh: 练 }',
      'task:\n      en: E\n      zh: >-\n        第一行，\n        第二行 `a b` 接着 web 服务，\n        `docker run 镜像 命令`\n        （可选）。\n        Dockerfile 也是',
    );
    const [first] = loadCourse(content({ [lesson('exercise.yaml')]: folded })).lessons;
    expect(first?.exercises[0]?.task.zh).toBe('第一行，第二行 `a b` 接着 web 服务，`docker run 镜像 命令`（可选）。Dockerfile 也是');
  });

  it('LES-1 number prefixes order lessons and vanish from ids', () => {
    const course = loadCourse(content());
    expect(course.lessons.map((one) => [one.id, one.folder])).toEqual([['first', 'chapters/10-one/10-first']]);
    expect(withoutNumber('10-layer-stack')).toBe('layer-stack');
  });

  it.each([
    [
      'a missing translation',
      { [lesson('quiz.yaml')]: 'id: q\nitems:\n  - id: i\n    kind: single\n    ask: { en: A }\n    options: []\n    answer: [x]\n' },
      'items[0].ask.zh: expected text, found nothing',
    ],
    ['a wrong type', { [lesson('lesson.yaml')]: 'id: first\nnumber: one\n' }, 'number: expected a number, found "one"'],
    ['a misspelt field', { 'course.yaml': 'title: { en: T, zh: 题 }\nlicense: MIT\ncredits: []\n' }, 'expected no field named "license"'],
    [
      'an unknown check',
      { [lesson('exercise.yaml')]: exercise('check: image-exist\n        with: { image: "a:1" }') },
      'exercises[0].goals[0].check: expected the name of a check (image-exists, ',
    ],
    [
      'a missing parameter',
      { [lesson('exercise.yaml')]: exercise('check: image-exists') },
      'exercises[0].goals[0].with.image: expected an image reference with a tag',
    ],
    [
      'an unknown parameter',
      { [lesson('exercise.yaml')]: exercise('check: image-exists\n        with: { image: "a:1", path: /a }') },
      'exercises[0].goals[0].with.path: expected only machine, image for the check image-exists, found "/a"',
    ],
    [
      'a key that names no option',
      {
        [lesson('quiz.yaml')]:
          'id: q\nitems:\n  - id: i\n    kind: single\n    ask: { en: A, zh: 问 }\n    options:\n      - { id: x, say: { en: x, zh: x }, why: { en: x, zh: x } }\n      - { id: y, say: { en: y, zh: y }, why: { en: y, zh: y } }\n    answer: [z]\n',
      },
      'items[0].answer[0]: expected the id of an option (x, y), found "z"',
    ],
    [
      'a folder and id that differ',
      { [lesson('lesson.yaml')]: lessonYaml.replace('id: first', 'id: second') },
      'id: expected "first", the name of the folder, found "second"',
    ],
    [
      'a term nobody defined',
      { [lesson('lesson.yaml')]: lessonYaml.replace('[layer]', '[bed]') },
      'expected terms of glossary.yaml, found "bed"',
    ],
    ['broken YAML', { 'course.yaml': 'title: {\n' }, 'course.yaml has'],
  ])('LES-2 tells file, field, expected and found for %s', (_, change, message) => {
    const text = problemsOf(change);
    expect(text).toContain(message);
    expect(text).toMatch(/^[\w./-]+\.yaml has /);
  });
});
