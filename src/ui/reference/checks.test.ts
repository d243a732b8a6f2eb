import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../course/index.ts';
import { checkNames, explain } from '../../grader/index.ts';
import { checkSections } from './checks.ts';

const sections = checkSections(loadCourse(new URL('../../../content', import.meta.url).pathname));
const checks = sections.flatMap(({ checks }) => checks);

describe('checks', () => {
  it('FND-17 every check stands once, with an answer in both languages unless an empty machine is what it wants', () => {
    expect(checks.map(({ name }) => name)).toEqual(checkNames);
    const holding = checks.filter(({ refusal }) => refusal === undefined).map(({ name }) => name);
    expect(holding).toContain('image-absent');
    expect(holding).not.toContain('image-exists');
    for (const { refusal } of checks)
      if (refusal) for (const locale of ['en', 'zh'] as const) expect(explain(refusal, locale)).not.toMatch(/\{|undefined/);
  });

  it('FND-17 the exercises whose goals or traps ask a check are named with it', () => {
    const uses = (name: string) => checks.find((check) => check.name === name)?.uses.map(({ exercise }) => exercise.id) ?? [];
    expect(uses('container-file-absent')).toContain('two-containers-one-image');
    expect(uses('host-has')).toContain('two-containers-one-image');
    expect(uses('image-count')).not.toContain('which-part-did-it');
  });
});
