// node scripts/course-report.ts [--mutants] — what there is of the course and what is missing. Ends with 1 while something is.
import { lessonFolders, readLesson } from '../src/course/index.ts';
import { checkContext, courseReport, loadSurvivors, mutantReport } from '../src/proof/index.ts';

const root = new URL('../content', import.meta.url).pathname;
const context = checkContext(root);
const { counts, wrong, lengths } = courseReport(context);
for (const { what, wanted, found, missing } of counts) {
  console.log(`${what}: ${found} of ${wanted}`);
  if (missing.length > 0) console.log(`  missing: ${missing.join(' ')}`);
}
const words = lengths.filter(({ lesson }) => !context.plan.capstones.includes(lesson)).map(({ words: n }) => n);
console.log(
  `words of a lesson: ${Math.min(...words)} to ${Math.max(...words)}, English/Chinese characters: ${lengths.map(({ lesson, words, han }) => `${lesson} ${words}/${han}`).join(', ')}`,
);
if (process.argv.includes('--mutants')) await mutants();
for (const { file, text } of wrong) console.log(`wrong: ${file}: ${text}`);
if (wrong.length > 0 || counts.some(({ wanted, found }) => found < wanted)) process.exitCode = 1;

/** How many wrong ways the goals refuse. */
async function mutants(): Promise<void> {
  let [killed, equivalent] = [0, 0];
  const survivors: { readonly name: string; readonly why: string | undefined }[] = [];
  const judged = loadSurvivors(new URL('../lessons-tests/survivors.yaml', import.meta.url).pathname);
  for (const folder of lessonFolders(root)) {
    const { lesson } = readLesson(root, folder, context.terms);
    for (const exercise of lesson?.exercises ?? []) {
      if (!lesson || exercise.goals.length === 0) continue;
      const report = await mutantReport(lesson, exercise);
      killed += report.killed;
      equivalent += report.equivalent;
      for (const { mutant } of report.survivors) {
        const known = judged.find((one) => one.lesson === lesson.id && one.exercise === exercise.id && one.mutant === mutant);
        survivors.push({ name: `${lesson.id}/${exercise.id}: ${mutant}`, why: known?.why });
      }
    }
  }
  const rate = ((100 * killed) / Math.max(1, killed + survivors.length)).toFixed(1);
  console.log(`mutants: ${killed} refused, ${survivors.length} passed (${rate} % refused), ${equivalent} equal to a solution`);
  for (const { name, why } of survivors) console.log(`  passed: ${name}\n    ${why ?? 'not judged: lessons-tests/survivors.yaml'}`);
  if (survivors.some(({ why }) => why === undefined)) process.exitCode = 1;
}
