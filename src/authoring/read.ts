// The course's exercises as they stand in the files at this moment: nothing is kept, so that a saved file counts.
import { resolve } from 'node:path';
import { type ContentError, type Lesson, lessonFolders, loadTerms, readLesson } from '../course/index.ts';
import type { Locale } from '../i18n/index.ts';

/** A course elsewhere can be looked at too. */
export const contentRoot = (): string => resolve(process.env.STRATA_CONTENT ?? 'content');

export interface Read {
  readonly folder: string;
  readonly id: string;
  readonly lesson?: Lesson;
  /** `file: line 3: …`, when a file of the lesson cannot be read. */
  readonly problems: readonly string[];
}

const idOf = (folder: string): string => folder.split('/').at(-1)?.replace(/^\d+-/, '') ?? '';

/** All lessons, or the one with this id. Throws ContentError when the glossary cannot be read. */
export function readLessons(id?: string): readonly Read[] {
  const terms = loadTerms(contentRoot());
  return lessonFolders(contentRoot())
    .filter((folder) => id === undefined || idOf(folder) === id)
    .map((folder) => {
      const { lesson, errors } = readLesson(contentRoot(), folder, terms);
      return { folder, id: idOf(folder), ...(lesson ? { lesson } : {}), problems: errors.flatMap(problemsOf) };
    });
}

export const problemsOf = ({ file, problems }: ContentError): readonly string[] => problems.map((text) => `${file}: ${text}`);

/** The language of an address; undefined when it names none of ours. */
export const localeOf = (lang: string | undefined): Locale | undefined => (lang === undefined ? 'en' : lang === 'zh-cn' ? 'zh' : undefined);

/** The anchor of a way on its page. */
export const wayId = ({ name }: { readonly name: string }): string => name.replace(/[^a-z0-9]+/g, '-');
