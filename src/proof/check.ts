// One lesson's folder, whole: schemas, prose against data, and what the engine says. Authors, tests and `strata check` ask here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type Lesson,
  lessonFolders,
  lessonProblems,
  lineIn,
  loadPlan,
  loadTerms,
  openPlaces,
  type Plan,
  type Problem,
  readLesson,
  tagsOf,
} from '../course/index.ts';
import { type ProofOptions, provenProblems } from './lesson.ts';

export interface CheckContext {
  readonly root: string;
  readonly plan: Plan;
  readonly terms: ReturnType<typeof loadTerms>;
  /** Lesson folders by the myths they prove. */
  readonly proven: ReadonlyMap<string, readonly string[]>;
}

/** What all lessons of a content folder are checked against. Throws ContentError when the glossary or the plan cannot be read. */
export function checkContext(root: string): CheckContext {
  const proven = new Map<string, string[]>();
  for (const folder of lessonFolders(root))
    for (const { name, attributes } of existsSync(join(root, folder, 'en.mdx')) ? tagsOf(proseOf(root, folder, 'en')) : [])
      if (name === 'Myth' && attributes.id !== undefined && attributes.scene !== undefined)
        proven.set(attributes.id, [...(proven.get(attributes.id) ?? []), folder]);
  return { root, plan: loadPlan(root), terms: loadTerms(root), proven };
}

export const proseOf = (root: string, folder: string, language: 'en' | 'zh'): string =>
  readFileSync(join(root, folder, `${language}.mdx`), 'utf8');

/** Everything that is wrong with a lesson. With `play: false` the engine is not asked. */
export async function checkFolder(
  context: CheckContext,
  folder: string,
  options: ProofOptions & { readonly play?: boolean } = {},
): Promise<{ readonly problems: readonly Problem[]; readonly lesson?: Lesson }> {
  const { root, plan, terms, proven } = context;
  const { lesson, errors } = readLesson(root, folder, terms);
  if (!lesson) return { problems: errors.flatMap(({ file, problems }) => problems.map((text) => ({ file, text }))) };
  const open = openOf(root, folder);
  // What stands in such a place cannot be played.
  if (open.length > 0) return { lesson, problems: open };
  const [en, zh] = [proseOf(root, folder, 'en'), proseOf(root, folder, 'zh')];
  const provenElsewhere = new Set([...proven].filter(([, folders]) => folders.some((one) => one !== folder)).map(([id]) => id));
  const problems = lessonProblems({ lesson, en, zh, plan, provenElsewhere });
  const played = options.play === false ? [] : await provenProblems(lesson, en, options);
  return { lesson, problems: [...problems, ...played].map((one) => placed(root, one)) };
}

/** With the line of its place before it, and behind it the line that asks for what is missing. */
function placed(root: string, { file, text, at, because }: Problem): Problem {
  const before = at ? `line ${lineIn(root, file, at)}: ` : '';
  const behind = because ? ` (${because.file.split('/').at(-1)} asks for it in line ${lineIn(root, because.file, because.at)})` : '';
  return { file, text: `${before}${text}${behind}` };
}

function openOf(root: string, folder: string): readonly Problem[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return openPlaces(readFileSync(path, 'utf8')).map((text) => ({ file: relative(root, path), text }));
    });
}
