import { describe, expect, it } from 'vitest';
import { courseReport } from '../src/proof/index.ts';
import { context, plan } from './play.ts';

const report = courseReport(context);
const wantedOf = (what: string) => report.counts.find((one) => one.what === what)?.wanted;

describe('the course against its plan', () => {
  it('LES-135 the plan itself is whole: 38 lessons, 496 facts, 113 exercises, 256 questions, 43 proven myths, 6 capstones', () => {
    expect(wantedOf('lessons')).toBe(38);
    expect([...new Set(plan.lessons.flatMap(({ facts }) => facts))].sort()).toEqual(
      Array.from({ length: 496 }, (_, index) => `T${String(index + 1).padStart(3, '0')}`),
    );
    expect(wantedOf('exercises')).toBeGreaterThanOrEqual(113);
    expect(wantedOf('quiz items')).toBe(256);
    expect(wantedOf('proven myths')).toBe(43);
    expect(plan.capstones).toHaveLength(6);
  });

  it('LES-135 ids, numbers and terms are there once, and every folder can be read', () => {
    expect(report.wrong).toEqual([]);
  });

  it('LES-135 what there is, counted: 38 lessons in both languages, 496 facts, 113 exercises, 256 questions and more, 43 myths, 6 capstones', () => {
    const found = Object.fromEntries(report.counts.map((one) => [one.what, one.found]));
    expect(found).toMatchObject({ lessons: 38, 'lessons in Chinese': 38, facts: 496, exercises: 113, 'proven myths': 43, capstones: 6 });
    expect(found['quiz items']).toBeGreaterThanOrEqual(256);
    const outside = report.lengths.filter(({ lesson, words }) => !plan.capstones.includes(lesson) && (words < 600 || words > 1200));
    expect(outside).toEqual([]);
  });

  it('LES-135 nothing of the plan is missing', () => {
    expect(report.counts.filter(({ wanted, found }) => found < wanted).map(({ what, missing }) => `${what}: ${missing.join(' ')}`)).toEqual(
      [],
    );
  });
});
