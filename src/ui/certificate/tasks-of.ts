// The exercises of the course as verifying needs them. Made while the site is built: it knows the checks.
import type { Course } from '../../course/index.ts';
import { pageExercise } from '../exercise/page.ts';
import type { Task } from './tasks.ts';

export function tasksOf({ lessons }: Course): readonly Task[] {
  return lessons.flatMap((lesson) =>
    lesson.exercises.map((exercise): Task => {
      const { id, version, vary, start, goals } = pageExercise(lesson, exercise, 'en');
      return {
        lesson: lesson.id,
        lessonTitle: lesson.title,
        id,
        version,
        title: exercise.title,
        vary,
        start: lesson.start,
        ...(start === undefined ? {} : { own: start }),
        questions: exercise.questions,
        goals: goals.map((goal, index) => ({ ...goal, say: exercise.goals[index]?.say ?? { en: goal.say, zh: goal.say } })),
      };
    }),
  );
}
