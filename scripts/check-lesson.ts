// node scripts/check-lesson.ts ID… — loads lessons, plays their scenes and attempts, and prints what does not hold.
import { readFileSync } from 'node:fs';
import { playAttempt, unmetOf } from '../lessons-tests/play.ts';
import { type Attempt, lessonFolders, loadLesson, loadTerms } from '../src/course/index.ts';
import { playScene } from '../src/ui/lesson/scenes.ts';

const root = new URL('../content', import.meta.url).pathname;
const terms = loadTerms(root);
for (const name of process.argv.slice(2)) {
  const folder = lessonFolders(root).find((one) => one.endsWith(`-${name}`));
  if (!folder) throw new Error(`no lesson ${name}`);
  const problems: string[] = [];
  const attempt = async (work: () => Promise<unknown>, label: string) => {
    try {
      await work();
    } catch (error) {
      problems.push(`${label}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const lesson = loadLesson(root, folder, terms);
  for (const scene of lesson.scenes)
    await attempt(async () => {
      for (const turn of await playScene(lesson, scene.id)) console.log(`$ ${turn.line}\n${turn.output}`);
    }, `scene ${scene.id}`);
  for (const exercise of lesson.exercises) {
    if (exercise.goals.length === 0) continue;
    await attempt(async () => {
      if ((await playAttempt(lesson, exercise)).verdict.passed) problems.push(`${exercise.id}: the untouched start passes`);
    }, `${exercise.id}: start`);
    const solutions = exercise.solutions.map(
      (one, index): Attempt => ({
        name: `solution ${index}`,
        about: '',
        exercise: exercise.id,
        files: one.files,
        run: one.run,
        exits: one.exits,
        expect: 'pass',
      }),
    );
    for (const one of [...solutions, ...lesson.attempts.filter(({ exercise: id }) => id === exercise.id)])
      await attempt(async () => {
        const { verdict, transcript, failed } = await playAttempt(lesson, exercise, one);
        const found = verdict.passed ? 'pass' : JSON.stringify({ unmet: unmetOf(verdict), trap: verdict.trap });
        const wanted = one.expect === 'pass' ? 'pass' : JSON.stringify(one.expect);
        if (failed.length > 0) problems.push(`${exercise.id}: ${one.name}: ${failed.join(', ')}`);
        if (found !== wanted)
          problems.push(
            `${exercise.id}: ${one.name}: expected ${wanted}, found ${found}\n${transcript}\n${JSON.stringify(verdict.goals.filter((goal) => !goal.finding.ok))}`,
          );
      }, `${exercise.id}: ${one.name}`);
  }
  for (const language of ['en', 'zh']) {
    const prose = readFileSync(`${root}/${folder}/${language}.mdx`, 'utf8');
    for (const fact of Object.keys(lesson.facts)) if (!prose.includes(fact)) problems.push(`${language}.mdx: no <Fact id="${fact}">`);
  }
  console.log(problems.length === 0 ? `${name}: all holds` : `${name}: ${problems.length} problems\n${problems.join('\n\n')}`);
}
