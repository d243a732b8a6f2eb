// node scripts/check-lesson.ts [--quiet] ID… — everything that a test would say of these lessons, and what their scenes print.
import { lessonFolders } from '../src/course/index.ts';
import { checkContext, checkFolder, loadSurvivors } from '../src/proof/index.ts';

const root = new URL('../content', import.meta.url).pathname;
const quiet = process.argv.includes('--quiet');
const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
if (names.length === 0) {
  console.error('usage: node scripts/check-lesson.ts [--quiet] ID…');
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
  const { problems } = await checkFolder(context, folder, {
    judged: new Set(survivors.filter(({ lesson }) => lesson === name).map(({ exercise, mutant }) => `${exercise}: ${mutant}`)),
    scene: (id, turns) => {
      if (quiet) return;
      console.log(`── scene ${id}`);
      for (const { line, output, hidden } of turns) console.log(`$ ${line}${hidden ? '   (hidden)' : ''}\n${output}`);
    },
  });
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
