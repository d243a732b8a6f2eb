// What a goal asks for by name must be told: learners cannot guess it.
import { paramKind } from '../../grader/index.ts';
import type { Told } from '../problems.ts';
import type { Exercise } from '../schema/exercise.ts';

/** Parameters that are names of things the learner makes or keeps; they stand in the task itself. */
const things = ['image', 'a', 'b', 'container', 'volume', 'network', 'reference', 'repository'];
/** Parameters that the goal's own sentence may tell. */
const details = ['name', 'label', 'value', 'path', 'port', 'host', 'setting', 'key', 'tag'];
/** Checks whose texts are what must not be, or what the learner finds out. */
const silent = /-(lacks|lack|absent|no-env)$|^bytes-absent$/;

/** Names of goals that neither language tells. */
export function nameProblems(exercise: Exercise, cwd: string): readonly Told[] {
  return exercise.goals.flatMap((goal) => {
    if (silent.test(goal.check) && goal.check !== 'image-absent' && goal.check !== 'container-absent') return [];
    return Object.entries(goal.with).flatMap(([param, value]) => {
      const isThing = things.includes(param);
      if (!isThing && !details.includes(param)) return [];
      if (paramKind(goal.check, param)?.includes('|')) return [];
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      if (value === '') return [];
      return (['en', 'zh'] as const).flatMap((language) => {
        const told = isThing ? exercise.task[language] : `${exercise.task[language]}\n${goal.say[language]}`;
        if (waysToTell(String(value), cwd).some((one) => told.includes(one))) return [];
        const where = isThing ? `task.${language}` : `task.${language} or the goal's sentence`;
        const text = `${exercise.id}: ${where}: expected it to tell ${value}, which the goal ${goal.id} asks for`;
        return [{ text, at: ['exercises', exercise.id, 'task', language] }];
      });
    });
  });
}

/** A place that varies counts as it is written, `@image@`; a tag `latest` may be left out, a path be told from where the learner stands. */
function waysToTell(value: string, cwd: string): readonly string[] {
  const ways = [value];
  if (value.endsWith(':latest')) ways.push(value.slice(0, -7));
  if (value.startsWith(`${cwd}/`)) ways.push(value.slice(cwd.length + 1));
  if (value.startsWith('/root/')) ways.push(`~${value.slice(5)}`);
  return ways;
}
