// node scripts/check-lesson.ts [--quiet] [--keep] ID… — everything that a test would say of these lessons, and what their scenes print.
// --quiet: problems only. --keep: what the scenes print is what the test expects from now on.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Lesson, lessonFolders, type Problem } from '../src/course/index.ts';
import { checkContext, checkFolder, judgedOf, loadSurvivors, transcriptOf } from '../src/proof/index.ts';

const root = new URL('../content', import.meta.url).pathname;
const quiet = process.argv.includes('--quiet');
const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
if (names.length === 0) {
  console.error('usage: node scripts/check-lesson.ts [--quiet] [--keep] ID…');
  process.exit(2);
}
const context = checkContext(root);
const survivors = loadSurvivors(new URL('../lessons-tests/survivors.yaml', import.meta.url).pathname);
for (const name of names) {
  const folder = lessonFolders(root).find((one) => one.endsWith(`-${name}`) && one.split('/').at(-1)?.replace(/^\d+-/, '') === name);
  if (!folder) {
    console.error(`${name}: expected a folder content/chapters/NN-chapter/NN-${name}`);
    process.exitCode = 1;
    continue;
  }
  const began = performance.now();
  const { problems: found, lesson } = await checkFolder(context, folder, {
    judged: judgedOf(survivors, folder),
    scene: (id, turns) => {
      if (quiet) return;
      console.log(`── scene ${id}`);
      for (const { line, output, hidden } of turns) console.log(`$ ${line}${hidden ? '   (hidden)' : ''}\n${output}`);
    },
  });
  const problems = [...found, ...(lesson && found.every(({ text }) => !text.startsWith('scene ')) ? await keptProblems(lesson) : [])];
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  let last = '';
  for (const { file, text } of problems) {
    const short = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
    if (short !== last) console.log(`\n${name}/${short}`);
    last = short;
    console.log(`  ${text.replaceAll('\n', '\n    ')}`);
  }
  if (problems.length > 0) process.exitCode = 1;
  if (!quiet || problems.length > 0)
    console.log(
      `${problems.length > 0 ? '\n' : ''}${name}: ${problems.length === 0 ? 'all holds' : `${problems.length} problems`} (${seconds})`,
    );
}

/** The transcript that the test compares with, written anew when that is asked for. */
async function keptProblems(lesson: Lesson): Promise<Problem[]> {
  if (lesson.scenes.length === 0) return [];
  const file = new URL(`../lessons-tests/transcripts/${lesson.id}.txt`, import.meta.url).pathname;
  const text = await transcriptOf(lesson);
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (kept === text) return [];
  if (process.argv.includes('--keep')) {
    mkdirSync(new URL('.', `file://${file}`), { recursive: true });
    writeFileSync(file, text);
    return [];
  }
  const what = kept === undefined ? 'is not there' : 'differs from what the scenes print';
  return [
    { file: `lessons-tests/transcripts/${lesson.id}.txt`, text: `${what}: look at the output, then \`check-lesson --keep ${lesson.id}\`` },
  ];
}
