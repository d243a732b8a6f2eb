import { describe, expect, it } from 'vitest';
import { loadSurvivors, type MutantReport, mutantReport } from '../src/proof/index.ts';
import { lessons, survivorsFile } from './play.ts';

const judged = loadSurvivors(survivorsFile);
const reports = new Map<string, MutantReport>();
const graded = lessons.flatMap(([, lesson]) =>
  lesson.exercises.filter(({ goals }) => goals.length > 0).map((exercise) => [`${lesson.id}/${exercise.id}`, lesson, exercise] as const),
);

describe('mutants', () => {
  it.each(graded)(
    'LES-133 %s: what passes besides the solutions has been judged, and every goal can fail',
    async (name, lesson, exercise) => {
      const report = await mutantReport(lesson, exercise);
      reports.set(name, report);
      const known = judged.filter((one) => one.lesson === lesson.id && one.exercise === exercise.id).map(({ mutant }) => mutant);
      expect(report.survivors.map(({ mutant }) => mutant).filter((mutant) => !known.includes(mutant))).toEqual([]);
      expect(known.filter((mutant) => !report.survivors.some((one) => one.mutant === mutant))).toEqual([]);
      expect(report.idle).toEqual([]);
    },
  );

  it('LES-134 of the mutants that end in something else at least 95 % fail', () => {
    const all = [...reports.values()];
    const killed = all.reduce((sum, report) => sum + report.killed, 0);
    const survived = all.reduce((sum, report) => sum + report.survivors.length, 0);
    expect(reports.size).toBe(graded.length);
    expect(killed / (killed + survived)).toBeGreaterThanOrEqual(0.95);
  });
});
