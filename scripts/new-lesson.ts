// npm run new-lesson -- CHAPTER ID — makes the folder of a lesson with places to fill; `check-lesson ID` tells them until they are.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { lessonFolders, loadPlan, newLesson } from '../src/course/index.ts';

const [chapterName, id, root = new URL('../content', import.meta.url).pathname] = process.argv.slice(2);
const chapters = readdirSync(join(root, 'chapters'));
const chapter = chapters.find((one) => one.replace(/^\d+-/, '') === chapterName);
if (!chapter || id === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  console.error(`usage: npm run new-lesson -- CHAPTER ID\n  CHAPTER: one of ${chapters.map((one) => one.replace(/^\d+-/, '')).join(', ')}`);
  process.exit(2);
}
const folders = lessonFolders(root);
if (folders.some((one) => one.replace(/^.*\/\d+-/, '') === id)) {
  console.error(`${id}: there is such a lesson already`);
  process.exit(1);
}
const plan = loadPlan(root);
const own = folders.filter((one) => one.startsWith(`chapters/${chapter}/`)).map((one) => Number.parseInt(one.split('/').at(-1) ?? '', 10));
const folder = join(root, 'chapters', chapter, `${Math.floor(Math.max(0, ...own) / 10) * 10 + 10}-${id}`);
const { modules } = parse(readFileSync(join(root, 'chapters', chapter, 'chapter.yaml'), 'utf8')) as { modules: { id: string }[] };
const number = plan.lessons.find((one) => one.id === id)?.number ?? Math.max(folders.length, ...plan.lessons.map((one) => one.number)) + 1;
mkdirSync(join(folder, 'attempts'), { recursive: true });
for (const [file, text] of Object.entries(newLesson({ id, number, module: modules[0]?.id ?? '', plan })))
  writeFileSync(join(folder, file), text);
console.log(`${folder}\nnext: fill what \`node scripts/check-lesson.ts ${id}\` tells`);
