// The course's translations against `content/translations.yaml`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { type Compared, type Difference, differences, lessonFolders, partsOf, textFiles } from '../course/index.ts';

export interface TranslationReport {
  readonly lesson: string;
  readonly differences: readonly Difference[];
}

const fileOf = (root: string): string => `${root}/translations.yaml`;
const idOf = (folder: string): string => folder.replace(/^.*\/\d+-/, '');

function partsIn(root: string, folder: string): Compared {
  const read = (file: string) => readFileSync(`${root}/${folder}/${file}`, 'utf8');
  const there = textFiles.filter((file) => existsSync(`${root}/${folder}/${file}`));
  return partsOf({ en: read('en.mdx'), zh: read('zh.mdx'), files: Object.fromEntries(there.map((file) => [file, read(file)])) });
}

function comparedIn(root: string): Record<string, Compared> {
  if (!existsSync(fileOf(root))) return {};
  return (parse(readFileSync(fileOf(root), 'utf8')) as Record<string, Compared> | null) ?? {};
}

/** Lessons of which something differs from what was compared. */
export function translationReport(root: string): readonly TranslationReport[] {
  const compared = comparedIn(root);
  return lessonFolders(root)
    .map((folder) => ({ lesson: idOf(folder), differences: differences(partsIn(root, folder), compared[idOf(folder)]) }))
    .filter((one) => one.differences.length > 0);
}

/** Both languages of these lessons were compared: notes what they say today. */
export function confirmTranslations(root: string, lessons: readonly string[] | 'all'): readonly string[] {
  const compared = comparedIn(root);
  const done: string[] = [];
  const next = lessonFolders(root).map((folder) => {
    const id = idOf(folder);
    const isAsked = lessons === 'all' || lessons.includes(id);
    if (isAsked) done.push(id);
    return [id, isAsked ? partsIn(root, folder) : (compared[id] ?? {})] as const;
  });
  // A line a part, so that a change is read as what it is.
  const head = '# Written by `npm run translations -- --confirm ID`: hashes of [English, Chinese] when both were last compared.\n';
  const lines = next.map(
    ([id, parts]) =>
      `${id}:\n${Object.entries(parts)
        .map(([part, pair]) => `  ${part}: ${stringify(pair, { collectionStyle: 'flow' }).trim()}\n`)
        .join('')}`,
  );
  writeFileSync(fileOf(root), head + lines.join(''));
  return done;
}
