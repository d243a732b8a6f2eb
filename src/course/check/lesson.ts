// What can be said of a lesson without playing it: its prose against its data, its data against the plan.
import type { Lesson } from '../load.ts';
import type { Plan, PlannedLesson } from '../schema/plan.ts';
import { nameProblems } from './names.ts';
import { parityProblems } from './parity.ts';
import { halfWidth, hanCount, type Tag, tagNames, tagsOf, wordCount } from './prose.ts';
import { quizProblems } from './quiz.ts';

export interface Problem {
  /** Relative to content/. */
  readonly file: string;
  /** Which place, what was expected, what was found. */
  readonly text: string;
}

export interface LessonCheck {
  readonly lesson: Lesson;
  readonly en: string;
  readonly zh: string;
  readonly plan: Plan;
  /** Myths that other lessons prove already. */
  readonly provenElsewhere: ReadonlySet<string>;
}

/** Words of the English text; the Chinese one is counted in characters. */
const LENGTH = {
  lesson: { least: 600, most: 1400, han: 900 },
  capstone: { least: 150, most: 500, han: 200 },
} as const;

export function lessonProblems(check: LessonCheck): readonly Problem[] {
  const { lesson, en, zh, plan } = check;
  const { folder } = lesson;
  const planned = plan.lessons.find(({ id }) => id === lesson.id);
  const of = (file: string, texts: readonly string[]): Problem[] => texts.map((text) => ({ file: `${folder}/${file}`, text }));
  return [
    ...(planned ? of('lesson.yaml', planProblems(lesson, planned)) : []),
    ...(lesson.kind === 'lesson' && !planned && plan.lessons.length > 0 ? of('lesson.yaml', ['id: expected a lesson of plan.yaml']) : []),
    ...(planned ? of('exercise.yaml', exercisePlanProblems(lesson, planned)) : []),
    ...of(
      'exercise.yaml',
      lesson.exercises.flatMap((exercise) => nameProblems(exercise, exercise.start?.cwd ?? lesson.start.cwd)),
    ),
    ...of('quiz.yaml', quizProblems(lesson, planned)),
    ...of('en.mdx', [...tagProblems(check, en), ...lengthProblems(en, LENGTH[lesson.kind])]),
    ...of('zh.mdx', [...tagProblems(check, zh), ...parityProblems(en, zh), ...chineseProblems(zh, LENGTH[lesson.kind].han)]),
  ];
}

function planProblems(lesson: Lesson, planned: PlannedLesson): readonly string[] {
  const problems: string[] = [];
  if (lesson.number !== planned.number) problems.push(`number: expected ${planned.number}, as in plan.yaml, found ${lesson.number}`);
  if (lesson.chapter.number !== planned.chapter)
    problems.push(`the folder: expected it in chapter ${planned.chapter}, as in plan.yaml, found it in ${lesson.chapter.number}`);
  const facts = Object.keys(lesson.facts);
  for (const id of planned.facts.filter((one) => !facts.includes(one))) problems.push(`facts: expected ${id}, as in plan.yaml`);
  for (const id of facts.filter((one) => !planned.facts.includes(one)))
    problems.push(`facts: expected no ${id}: plan.yaml has it elsewhere`);
  for (const [id, { en, zh }] of Object.entries(lesson.facts))
    for (const [language, text] of [
      ['en', en],
      ['zh', zh],
    ] as const)
      if (text.length > 100) problems.push(`facts.${id}.${language}: expected at most 100 characters, found ${text.length}`);
  for (const id of planned.myths.filter((one) => !lesson.errata.includes(one))) problems.push(`errata: expected ${id}, as in plan.yaml`);
  return problems;
}

function exercisePlanProblems(lesson: Lesson, planned: PlannedLesson): readonly string[] {
  const ids = lesson.exercises.map(({ id }) => id);
  return [
    ...planned.exercises.filter((id) => !ids.includes(id)).map((id) => `exercises: expected one with the id ${id}, as in plan.yaml`),
    ...ids.filter((id) => !planned.exercises.includes(id)).map((id) => `exercises: expected no ${id}: plan.yaml does not have it`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `exercises: expected ${id} once`),
  ];
}

function tagProblems({ lesson, plan, provenElsewhere }: LessonCheck, text: string): readonly string[] {
  const tags = tagsOf(text);
  const problems: string[] = [];
  const of = (name: string) => tags.filter((tag) => tag.name === name);
  const attribute = (list: readonly Tag[], key: string) => list.flatMap((tag) => tag.attributes[key] ?? []);
  for (const tag of tags.filter(({ name }) => !(tagNames as readonly string[]).includes(name)))
    problems.push(`line ${tag.line}: expected one of the tags ${tagNames.join(', ')}, found <${tag.name}>`);

  const scenes = lesson.scenes.map(({ id }) => id);
  const shown = tags.filter(({ name }) => ['Run', 'Value', 'Stack', 'Myth'].includes(name));
  for (const tag of shown) {
    const id = tag.attributes.scene;
    if (id === undefined ? tag.name !== 'Myth' : !scenes.includes(id))
      problems.push(
        `line ${tag.line}: <${tag.name}>: expected scene to be one of ${scenes.join(', ') || '(none there)'}, found ${id ?? 'nothing'}`,
      );
  }
  const after = lesson.scenes.flatMap((scene) => scene.after ?? []);
  for (const id of scenes)
    if (!attribute(shown, 'scene').includes(id) && !after.includes(id)) problems.push(`scene ${id}: expected a tag that shows it`);

  exactly(
    problems,
    'Predict',
    attribute(of('Predict'), 'id'),
    lesson.predict.map(({ id }) => id),
  );
  exactly(
    problems,
    'Exercise',
    attribute(of('Exercise'), 'id'),
    lesson.exercises.map(({ id }) => id),
  );
  if (of('Quiz').length !== 1) problems.push(`<Quiz />: expected it once, found ${of('Quiz').length}`);
  exactly(
    problems,
    'Fact',
    attribute(of('Fact'), 'id').flatMap((ids) => ids.split(' ')),
    Object.keys(lesson.facts),
  );

  const terms = attribute(of('Term'), 'id');
  for (const id of lesson.teaches) if (!terms.includes(id)) problems.push(`<Term id="${id}">: expected it, because lesson.yaml teaches it`);
  problems.push(...mythProblems(lesson, of('Myth'), plan, provenElsewhere));
  return problems;
}

/** Every id of `wanted` must be there once, and no other. */
function exactly(problems: string[], tag: string, found: readonly string[], wanted: readonly string[]): void {
  for (const id of wanted) {
    const count = found.filter((one) => one === id).length;
    if (count !== 1) problems.push(`<${tag} id="${id}">: expected it once, found it ${count === 0 ? 'nowhere' : `${count} times`}`);
  }
  for (const id of found.filter((one) => !wanted.includes(one)))
    problems.push(`<${tag} id="${id}">: expected one of ${wanted.join(', ') || '(none there)'}`);
}

function mythProblems(lesson: Lesson, tags: readonly Tag[], plan: Plan, elsewhere: ReadonlySet<string>): readonly string[] {
  const problems: string[] = [];
  const asked = lesson.quiz.items.flatMap((item) => ('options' in item ? item.options.flatMap(({ myth }) => myth ?? []) : []));
  for (const { attributes, line } of tags) {
    const { id, claim, scene } = attributes;
    if (claim === undefined) problems.push(`line ${line}: <Myth>: expected a claim`);
    if (id !== undefined && !lesson.errata.includes(id))
      problems.push(`line ${line}: <Myth id="${id}">: expected one of the errata of lesson.yaml (${lesson.errata.join(', ')})`);
    if (id !== undefined && plan.proven.includes(id) && scene === undefined)
      problems.push(`line ${line}: <Myth id="${id}">: expected a scene, because plan.yaml wants it proven`);
  }
  const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
  for (const id of ids.filter((one, index) => ids.indexOf(one) !== index)) problems.push(`<Myth id="${id}">: expected it once`);
  for (const id of lesson.errata.filter((one) => !ids.includes(one))) {
    if (plan.proven.includes(id) && !elsewhere.has(id))
      problems.push(`<Myth id="${id}" scene="…">: expected it: plan.yaml wants it proven`);
    else if (!asked.includes(id)) problems.push(`<Myth id="${id}">: expected it, or an option of the quiz with \`myth: ${id}\``);
  }
  return problems;
}

function lengthProblems(en: string, { least, most }: { readonly least: number; readonly most: number }): readonly string[] {
  const words = wordCount(en);
  if (words >= least && words <= most) return [];
  return [`the prose: expected ${least} to ${most} words, found ${words}`];
}

function chineseProblems(zh: string, han: number): readonly string[] {
  const characters = hanCount(zh);
  return [
    ...(characters > han ? [] : [`the prose: expected more than ${han} Chinese characters, found ${characters}`]),
    ...halfWidth(zh).map((place) => `${place}: expected full-width punctuation and no straight quotes`),
  ];
}
