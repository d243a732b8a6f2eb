// node scripts/course-report.ts [--mutants] — what there is of the course and what is missing. Ends with 1 while something is.
import { lessonFolders, readLesson } from '../src/course/index.ts';
import { checkContext, courseReport, mutantReport } from '../src/proof/index.ts';

const root = new URL('../content', import.meta.url).pathname;
const context = checkContext(root);
const { counts, wrong, lengths } = courseReport(context);
for (const { what, wanted, found, missing } of counts) {
  console.log(`${what}: ${found} of ${wanted}`);
  if (missing.length > 0) console.log(`  missing: ${missing.join(' ')}`);
}
console.log(`words: ${lengths.map(({ lesson, words, han }) => `${lesson} ${words}/${han}`).join(', ')}`);
if (process.argv.includes('--mutants')) await mutants();
for (const { file, text } of wrong) console.log(`wrong: ${file}: ${text}`);
if (wrong.length > 0 || counts.some(({ wanted, found }) => found < wanted)) process.exitCode = 1;

/** How many wrong ways the goals refuse. */
async function mutants(): Promise<void> {
  let [killed, equivalent] = [0, 0];
  const survivors: string[] = [];
  for (const folder of lessonFolders(root)) {
    const { lesson } = readLesson(root, folder, context.terms);
    for (const exercise of lesson?.exercises ?? []) {
      if (!lesson || exercise.goals.length === 0) continue;
      const report = await mutantReport(lesson, exercise);
      killed += report.killed;
      equivalent += report.equivalent;
      survivors.push(...report.survivors.map(({ mutant }) => `${lesson.id}/${exercise.id}: ${mutant}`));
    }
  }
  const rate = ((100 * killed) / Math.max(1, killed + survivors.length)).toFixed(1);
  console.log(`mutants: ${killed} refused, ${survivors.length} passed (${rate} % refused), ${equivalent} equal to a solution`);
  for (const one of survivors) console.log(`  passed: ${one}`);
}
