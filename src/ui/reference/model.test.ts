import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../course/index.ts';
import { lessonsWithCommand, lessonsWithInstruction, slugOf } from './model.ts';

const content = new URL('../../../content', import.meta.url).pathname;
const course = loadCourse(content);
const prose = (lesson: { folder: string }) => readFileSync(`${content}/${lesson.folder}/en.mdx`, 'utf8');

describe('reference', () => {
  it('FND-1 a command leads to the lessons in which it is offered, shown or part of a solution, whatever its spelling', () => {
    const found = lessonsWithCommand(course, prose, ['history', 'image history']).map(({ id }) => id);
    expect(found).toContain('layer-stack');
    expect(lessonsWithCommand(course, prose, ['nosuch'])).toEqual([]);
    expect(lessonsWithCommand(course, prose, ['image'])).not.toEqual(lessonsWithCommand(course, prose, ['images']));
  });
  it('FND-2 an instruction leads to the lessons whose Dockerfiles or sentences use it', () => {
    expect(lessonsWithInstruction(course, prose, 'WORKDIR').map(({ id }) => id)).toContain('layer-stack');
    expect(lessonsWithInstruction(course, prose, 'WORK')).toEqual([]);
  });
  it('FND-3 the address of a page is its name in lower case with hyphens', () => {
    expect(slugOf('image ls')).toBe('image-ls');
    expect(slugOf('HEALTHCHECK')).toBe('healthcheck');
  });
});
