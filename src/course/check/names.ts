// What a goal asks for by name must be told: learners cannot guess it. What they have to find out says so, goal by goal, with the reason.
import { paramKind } from '../../grader/index.ts';
import type { Told } from '../problems.ts';
import type { Exercise } from '../schema/exercise.ts';

/** Parameters that are names of things the learner makes or keeps; they stand in the task itself. */
const things = ['image', 'a', 'b', 'container', 'volume', 'network', 'reference', 'repository'];
/** Parameters that the goal's own sentence may tell. */
const details = ['name', 'label', 'value', 'path', 'port', 'host', 'setting', 'key', 'tag', 'text'];
/** Names of goals that neither language tells, and goals that are said to be found out without need. */
export function nameProblems(exercise: Exercise, cwd: string): readonly Told[] {
  return exercise.goals.flatMap((goal) => {
    const untold = untoldOf(exercise, goal, cwd);
    if (goal.found === undefined) return untold;
    const text = `${exercise.id}: ${goal.id}: found: expected none, because the task tells everything this goal asks for`;
    return untold.length > 0 ? [] : [{ text, at: ['exercises', exercise.id, 'goals', goal.id, 'found'] }];
  });
}

function untoldOf(exercise: Exercise, goal: Exercise['goals'][number], cwd: string): readonly Told[] {
  return Object.entries(goal.with).flatMap(([param, value]) => {
    const isThing = things.includes(param);
    if (!isThing && !details.includes(param)) return [];
    if (paramKind(goal.check, param)?.includes('|')) return [];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    // Of a text every line is told, blanks around it aside.
    const wanted =
      param === 'text'
        ? String(value)
            .split('\n')
            .map((line) => line.trim())
        : [String(value)];
    return (['en', 'zh'] as const).flatMap((language) => {
      const told = isThing ? exercise.task[language] : `${exercise.task[language]}\n${goal.say[language]}`;
      const missing = wanted.find((one) => one !== '' && !waysToTell(one, cwd).some((way) => told.includes(way)));
      if (missing === undefined) return [];
      const where = isThing ? `task.${language}` : `task.${language} or the goal's sentence`;
      const text = `${exercise.id}: ${where}: expected it to tell ${missing}, which the goal ${goal.id} asks for; where the learner has to find it out, say why in the goal's \`found\``;
      return [{ text, at: ['exercises', exercise.id, 'task', language] }];
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
