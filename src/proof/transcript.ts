// What the scenes of a lesson print, as one text that is kept beside the tests.
import type { Lesson } from '../course/index.ts';
import { playScene } from '../ui/lesson/scenes.ts';

/** Lines that are not shown begin with `#`; a scene with another Docker names it. */
export async function transcriptOf(lesson: Lesson): Promise<string> {
  const parts: string[] = [];
  for (const { id, start } of lesson.scenes) {
    parts.push(`── ${id}${start?.profile === undefined ? '' : ` (${start.profile})`}`);
    for (const { line, output, hidden } of await playScene(lesson, id))
      parts.push(`${hidden ? '#' : '$'} ${line}`, ...(output === '' ? [] : [output.replace(/\n$/, '')]));
    parts.push('');
  }
  return parts.join('\n');
}
