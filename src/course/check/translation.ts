// Whether Chinese texts still belong to their English ones. `translations.yaml` keeps the hashes of both as they were when someone compared
// them: of each section of a lesson's prose, and of all texts of each of its data files. Dates of files and commits do not count.
import { createHash } from 'node:crypto';
import { parse } from 'yaml';

/** The files of a lesson that hold texts in both languages. */
export const textFiles = ['lesson.yaml', 'exercise.yaml', 'quiz.yaml'] as const;

/** Hashes of English and Chinese, by part: `opening`, `section 2`, a file. */
export type Compared = Readonly<Record<string, readonly [en: string, zh: string]>>;

export interface LessonTexts {
  readonly en: string;
  readonly zh: string;
  /** Text of each of `textFiles` that is there. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Difference {
  readonly part: string;
  /** `stale`: only the English text has changed. The rest is to be compared. */
  readonly why: 'stale' | 'both-changed' | 'chinese-changed' | 'never-compared';
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);
const plain = (text: string): string => text.replace(/[ \t]+$/gm, '').trim();

/** A lesson's prose by section; the front matter is no text. Sections are counted, because a heading may change too. */
function sections(text: string): readonly string[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  return body.split(/^(?=## )/m).map(plain);
}

/** Every text of a data file in one language, in order. */
function texts(value: unknown, language: 'en' | 'zh'): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => texts(one, language));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === language ? [plain(JSON.stringify(one))] : texts(one, language)));
}

/** Parts of a lesson with the hashes of today. */
export function partsOf({ en, zh, files }: LessonTexts): Compared {
  const chinese = sections(zh);
  const prose = sections(en).map((text, index): [string, [string, string]] => [
    index === 0 ? 'opening' : `section ${index}`,
    [hash(text), hash(chinese[index] ?? '')],
  ]);
  const data = Object.entries(files).map(([file, text]): [string, [string, string]] => {
    const value: unknown = parse(text);
    return [file, [hash(texts(value, 'en').join('\n')), hash(texts(value, 'zh').join('\n'))]];
  });
  return Object.fromEntries([...prose, ...data]);
}

/** What is no more as it was when it was compared. */
export function differences(now: Compared, compared: Compared = {}): readonly Difference[] {
  return Object.entries(now).flatMap(([part, [en, zh]]): Difference[] => {
    const was = compared[part];
    if (was === undefined) return [{ part, why: 'never-compared' }];
    const [enChanged, zhChanged] = [was[0] !== en, was[1] !== zh];
    if (!enChanged && !zhChanged) return [];
    return [{ part, why: !zhChanged ? 'stale' : enChanged ? 'both-changed' : 'chinese-changed' }];
  });
}
