// What can be said of a lesson without playing it: its prose against its data, its data against the plan.
import type { Lesson } from '../load.ts';
import type { Path } from '../place.ts';
import type { Told } from '../problems.ts';
import type { Plan, PlannedLesson } from '../schema/plan.ts';
import { nameProblems } from './names.ts';
import { parityProblems } from './parity.ts';
import { halfWidth, hanCount, pictures, type Tag, tagNames, tagsOf, wordCount } from './prose.ts';
import { quizProblems } from './quiz.ts';

export interface Problem {
  /** Relative to content/. */
  readonly file: string;
  /** Which place, what was expected, what was found. */
  readonly text: string;
  /** Leads to its line, in a YAML file; elsewhere the line stands in the text. */
  readonly at?: Path;
  /** The place in another file that asks for what is not here. */
  readonly because?: { readonly file: string; readonly at: Path };
}

export interface LessonCheck {
  readonly lesson: Lesson;
  readonly en: string;
  readonly zh: string;
  readonly plan: Plan;
  /** Myths that other lessons prove already. */
  readonly provenElsewhere: ReadonlySet<string>;
}

/** What one of the lesson's own files asks for. */
interface Asked extends Told {
  readonly asked: { readonly file: string; readonly at: Path };
}

/** Words of the English text; the Chinese one is counted in characters. */
const LENGTH = {
  lesson: { least: 600, most: 1400, han: 900 },
  capstone: { least: 150, most: 500, han: 200 },
  example: { least: 150, most: 1000, han: 200 },
} as const;

export function lessonProblems(check: LessonCheck): readonly Problem[] {
  const { lesson, en, zh, plan } = check;
  const { folder } = lesson;
  const planned = plan.lessons.find(({ id }) => id === lesson.id);
  const of = (file: string, told: readonly (Told | Asked)[]): Problem[] =>
    told.map((one) => ({
      file: `${folder}/${file}`,
      text: one.text,
      ...(one.at ? { at: one.at } : {}),
      ...('asked' in one ? { because: { file: `${folder}/${one.asked.file}`, at: one.asked.at } } : {}),
    }));
  return [
    ...(planned ? of('lesson.yaml', planProblems(lesson, planned)) : []),
    ...(lesson.kind === 'lesson' && !planned && plan.lessons.length > 0
      ? of('lesson.yaml', [{ text: 'id: expected a lesson of plan.yaml', at: ['id'] }])
      : []),
    ...(planned ? of('exercise.yaml', exercisePlanProblems(lesson, planned)) : []),
    ...of(
      'exercise.yaml',
      lesson.exercises.flatMap((exercise) => nameProblems(exercise, exercise.start?.cwd ?? lesson.start.cwd)),
    ),
    ...of('quiz.yaml', quizProblems(lesson, planned)),
    ...of('en.mdx', [...tagProblems(check, en), ...lengthProblems(en, LENGTH[lesson.kind])]),
    ...of('zh.mdx', [
      ...tagProblems(check, zh),
      ...parityProblems(en, zh).map((text) => ({ text })),
      ...chineseProblems(zh, LENGTH[lesson.kind].han),
    ]),
  ];
}

function planProblems(lesson: Lesson, planned: PlannedLesson): readonly Told[] {
  const problems: Told[] = [];
  const wrong = (text: string, ...at: string[]) => problems.push({ text, at });
  if (lesson.number !== planned.number) wrong(`number: expected ${planned.number}, as in plan.yaml, found ${lesson.number}`, 'number');
  if (lesson.chapter.number !== planned.chapter)
    wrong(`the folder: expected it in chapter ${planned.chapter}, as in plan.yaml, found it in ${lesson.chapter.number}`, 'id');
  const facts = Object.keys(lesson.facts);
  for (const id of planned.facts.filter((one) => !facts.includes(one))) wrong(`facts: expected ${id}, as in plan.yaml`, 'facts');
  for (const id of facts.filter((one) => !planned.facts.includes(one)))
    wrong(`facts: expected no ${id}: plan.yaml has it elsewhere`, 'facts', id);
  for (const [id, { en, zh }] of Object.entries(lesson.facts))
    for (const [language, text] of [
      ['en', en],
      ['zh', zh],
    ] as const)
      if (text.length > 100) wrong(`facts.${id}.${language}: expected at most 100 characters, found ${text.length}`, 'facts', id, language);
  for (const id of planned.myths.filter((one) => !lesson.errata.includes(one))) wrong(`errata: expected ${id}, as in plan.yaml`, 'errata');
  return problems;
}

function exercisePlanProblems(lesson: Lesson, planned: PlannedLesson): readonly Told[] {
  const ids = lesson.exercises.map(({ id }) => id);
  const wrong = (text: string, ...below: string[]): Told => ({ text: `exercises: ${text}`, at: ['exercises', ...below] });
  return [
    ...planned.exercises.filter((id) => !ids.includes(id)).map((id) => wrong(`expected one with the id ${id}, as in plan.yaml`)),
    ...ids.filter((id) => !planned.exercises.includes(id)).map((id) => wrong(`expected no ${id}: plan.yaml does not have it`, id)),
  ];
}

function tagProblems({ lesson, plan, provenElsewhere }: LessonCheck, text: string): readonly (Told | Asked)[] {
  const tags = tagsOf(text);
  const problems: (Told | Asked)[] = [];
  const of = (name: string) => tags.filter((tag) => tag.name === name);
  const asked = (file: string, ...at: Path) => ({ asked: { file, at } });
  for (const tag of tags.filter(({ name }) => !(tagNames as readonly string[]).includes(name)))
    problems.push({ text: `line ${tag.line}: expected one of the tags ${tagNames.join(', ')}, found <${tag.name}>` });

  const scenes = lesson.scenes.map(({ id }) => id);
  const shown = tags.filter(({ name }) => ['Run', 'Value', 'Stack', 'Myth', 'Lab'].includes(name));
  for (const tag of shown) {
    const id = tag.attributes.scene;
    if (id === undefined ? tag.name !== 'Myth' && tag.name !== 'Lab' : !scenes.includes(id))
      problems.push({
        text: `line ${tag.line}: <${tag.name}>: expected scene to be one of ${scenes.join(', ') || '(none there)'}, found ${id ?? 'nothing'}`,
      });
  }
  for (const { attributes, line } of of('Lab'))
    if (attributes.picture !== undefined && !(pictures as readonly string[]).includes(attributes.picture))
      problems.push({ text: `line ${line}: <Lab>: expected picture to be one of ${pictures.join(', ')}, found ${attributes.picture}` });
  const after = lesson.scenes.flatMap((scene) => scene.after ?? []);
  for (const id of scenes)
    if (!shown.some(({ attributes }) => attributes.scene === id) && !after.includes(id))
      problems.push({ text: `scene ${id}: expected a tag that shows it`, ...asked('lesson.yaml', 'scenes', id) });

  const exactly = (name: string, wanted: readonly string[], file: string, field: string) => {
    const found = of(name).flatMap(({ attributes, line }) => (attributes.id ?? '').split(' ').map((id) => ({ id, line })));
    for (const id of wanted) {
      const [first, second] = found.filter((one) => one.id === id);
      if (!first) problems.push({ text: `<${name} id="${id}">: expected it once, found it nowhere`, ...asked(file, field, id) });
      else if (second)
        problems.push({ text: `line ${second.line}: <${name} id="${id}">: expected it once, found it in line ${first.line} too` });
    }
    for (const { id, line } of found.filter((one) => !wanted.includes(one.id)))
      problems.push({ text: `line ${line}: <${name} id="${id}">: expected one of ${wanted.join(', ') || '(none there)'}` });
  };
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  exactly('Predict', idsOf(lesson.predict), 'lesson.yaml', 'predict');
  exactly('Exercise', idsOf(lesson.exercises), 'exercise.yaml', 'exercises');
  exactly('Fact', Object.keys(lesson.facts), 'lesson.yaml', 'facts');
  const [quiz, again] = of('Quiz');
  if (!quiz) problems.push({ text: '<Quiz />: expected it once, found it nowhere', ...asked('quiz.yaml', 'items') });
  if (again) problems.push({ text: `line ${again.line}: <Quiz />: expected it once, found it in line ${quiz?.line} too` });

  const terms = of('Term').map(({ attributes }) => attributes.id);
  for (const [index, id] of lesson.teaches.entries())
    if (!terms.includes(id))
      problems.push({ text: `<Term id="${id}">: expected it, found it nowhere`, ...asked('lesson.yaml', 'teaches', index) });
  problems.push(...mythProblems(lesson, of('Myth'), plan, provenElsewhere));
  return problems;
}

function mythProblems(lesson: Lesson, tags: readonly Tag[], plan: Plan, elsewhere: ReadonlySet<string>): readonly (Told | Asked)[] {
  const problems: (Told | Asked)[] = [];
  const options = lesson.quiz.items.flatMap((item) => ('options' in item ? item.options.flatMap(({ myth }) => myth ?? []) : []));
  for (const [index, { attributes, line }] of tags.entries()) {
    const { id, claim, scene } = attributes;
    const wrong = (text: string) => problems.push({ text: `line ${line}: ${text}` });
    if (claim === undefined) wrong('<Myth>: expected a claim');
    if (id === undefined) continue;
    if (!lesson.errata.includes(id)) wrong(`<Myth id="${id}">: expected one of the errata of lesson.yaml (${lesson.errata.join(', ')})`);
    if (plan.proven.includes(id) && scene === undefined) wrong(`<Myth id="${id}">: expected a scene, because plan.yaml wants it proven`);
    if (tags.slice(0, index).some((one) => one.attributes.id === id)) wrong(`<Myth id="${id}">: expected it once`);
  }
  for (const [index, id] of lesson.errata.entries()) {
    if (tags.some(({ attributes }) => attributes.id === id)) continue;
    const asked = { asked: { file: 'lesson.yaml', at: ['errata', index] } };
    if (plan.proven.includes(id) && !elsewhere.has(id))
      problems.push({ text: `<Myth id="${id}" scene="…">: expected it: plan.yaml wants it proven`, ...asked });
    else if (!options.includes(id))
      problems.push({ text: `<Myth id="${id}">: expected it, or an option of the quiz with \`myth: ${id}\``, ...asked });
  }
  return problems;
}

function lengthProblems(en: string, { least, most }: { readonly least: number; readonly most: number }): readonly Told[] {
  const words = wordCount(en);
  if (words >= least && words <= most) return [];
  return [{ text: `the prose: expected ${least} to ${most} words, found ${words}` }];
}

function chineseProblems(zh: string, han: number): readonly Told[] {
  const characters = hanCount(zh);
  return [
    ...(characters > han ? [] : [{ text: `the prose: expected more than ${han} Chinese characters, found ${characters}` }]),
    ...halfWidth(zh).map((place) => ({ text: `${place}: expected full-width punctuation and no straight quotes` })),
  ];
}
