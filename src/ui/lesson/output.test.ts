import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../course/index.ts';
import { breaks, whereOf } from './output.ts';

describe('outputs in a narrow column', () => {
  it('LES-148 a table keeps its columns, what else there is breaks at the end of the column', () => {
    expect(breaks('CONTAINER ID   IMAGE   COMMAND\n0123456789ab   web:1   "sleep"')).toBe(false);
    expect(breaks('PID   USER     TIME\n    1 root      0:00')).toBe(false);
    expect(breaks('a'.repeat(300))).toBe(true);
    expect(breaks('Untagged: demo:1\nDeleted: sha256:0123456789abcdef')).toBe(true);
    expect(breaks('{\n  "config": {\n    "size": 1\n  }\n}')).toBe(true);
    expect(breaks('Error response from daemon: conflict\nA  b\nC  d')).toBe(true);
  });
});

describe('where a scene was played', () => {
  const { lessons } = loadCourse('content');
  const at = (lesson: string, scene: string) => {
    const found = lessons.find(({ id }) => id === lesson);
    const one = found?.scenes.find(({ id }) => id === scene);
    return found && one && whereOf(found, one);
  };
  it('LES-149 another Docker and other machines are said, also when the scene goes on after another one', () => {
    for (const lesson of lessons)
      for (const scene of lesson.scenes) {
        const where = whereOf(lesson, scene);
        const own = scene.start?.profile ?? lesson.start.profile;
        if (own !== lesson.start.profile) expect([scene.id, where?.profile]).toEqual([scene.id, own]);
        if (scene.after !== undefined) expect([scene.id, where]).toEqual([scene.id, at(lesson.id, scene.after)]);
        else if (scene.start === undefined) expect([scene.id, where]).toEqual([scene.id, undefined]);
      }
    expect(lessons.flatMap(({ scenes }) => scenes.map(({ start }) => start?.machines?.[0])).filter((one) => one !== undefined)).not.toEqual(
      [],
    );
  });
});
