// `strata check [FOLDER]`: a course folder as its author would have it checked. The only command that knows the course.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ContentError, lessonFolders, loadBook } from '../../course/index.ts';
import { checkContext, checkFolder, courseReport, judgedOf, loadSurvivors } from '../../proof/index.ts';

export interface CheckOutput {
  /** Called with every line as soon as it is known. */
  readonly say: (line: string) => void;
}

/** Returns the exit status: 0 when nothing is wrong, 1 when something is. */
export async function check(folder: string, { say }: CheckOutput): Promise<number> {
  const root = resolve(folder);
  let problems = 0;
  const tell = (file: string, text: string) => {
    problems++;
    say(`${file}: ${text.replaceAll('\n', '\n    ')}`);
  };
  try {
    for (const error of loadBook(root)) for (const text of error.problems) tell(error.file, text);
    if (problems > 0) return end();
    const context = checkContext(root);
    const survivors = loadSurvivors(
      join(root, existsSync(join(root, 'survivors.yaml')) ? 'survivors.yaml' : '../lessons-tests/survivors.yaml'),
    );
    const folders = lessonFolders(root);
    if (folders.length === 0) tell('chapters', 'expected folders such as 10-first/10-lesson with a lesson.yaml, found none');
    for (const one of folders) {
      const judged = judgedOf(survivors, one);
      for (const { file, text } of (await checkFolder(context, one, { judged })).problems) tell(file, text);
    }
    for (const { file, text } of courseReport(context).wrong.filter((one) => one.text.startsWith('line'))) tell(file, text);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    for (const text of error.problems) tell(error.file, text);
  }
  return end();

  function end(): number {
    say(problems === 0 ? 'no problems' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`);
    return problems === 0 ? 0 : 1;
  }
}
