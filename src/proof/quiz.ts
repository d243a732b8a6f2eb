// Keys of questions about behaviour: what the engine answers must be what the key says.
import { type Computed, type Lesson, type QuizItem, withStart } from '../course/index.ts';
import { grade } from '../grader/index.ts';
import { machineOf } from '../ui/lesson/play.ts';
import { runLine, writeFiles } from '../ui/session/start.ts';

/** What the engine answers to a computed item. */
export async function computedAnswer(lesson: Lesson, computed: Computed): Promise<string> {
  const start = withStart(lesson.start, computed.start);
  const session = await machineOf(start);
  writeFiles(session, start.cwd, computed.files);
  let last = { output: '', exit: 0 };
  for (const line of computed.run) last = await runLine(session, line);
  if (computed.read === 'exit') return String(last.exit);
  const text = last.output.replace(/\n$/, '');
  return computed.read === 'output' ? text : (text.split('\n').at(-1) ?? '');
}

/** What is wrong with the key of one item. */
export async function keyProblem(lesson: Lesson, item: QuizItem): Promise<string | undefined> {
  if (item.kind === 'command') return commandProblem(lesson, item);
  if (!('computed' in item) || item.computed === undefined) return undefined;
  const answer = await computedAnswer(lesson, item.computed);
  const told = JSON.stringify(answer);
  if (item.kind === 'fill')
    return item.accept.some((one) => one.trim() === answer.trim()) ? undefined : `accept: expected ${told}, which the engine answers`;
  const right = item.options.filter(({ value }) => value === answer).map(({ id }) => id);
  if (right.length > 0 && [...right].sort().join() === [...item.answer].sort().join()) return undefined;
  return `answer: expected [${right.join(', ') || `an option with the value ${told}`}], because the engine answers ${told}; found [${item.answer.join(', ')}]`;
}

async function commandProblem(lesson: Lesson, item: Extract<QuizItem, { readonly kind: 'command' }>): Promise<string | undefined> {
  const start = withStart(lesson.start, item.start);
  const exercise = { id: item.id, goals: item.goals.map((goal) => ({ ...goal, say: item.why })), traps: [] };
  for (const solution of [undefined, ...item.solutions]) {
    const session = await machineOf(start);
    const before = session.facts();
    const turns = [];
    let output = '';
    if (solution !== undefined) {
      const ended = await runLine(session, solution);
      output = ended.output;
      turns.push({ number: 1, line: solution, exit: ended.exit, output });
    }
    const verdict = grade({ exercise, input: { before, after: session.facts(), turns } });
    if (solution === undefined && verdict.passed) return 'goals: expected them not to hold before anything is typed';
    if (solution !== undefined && !verdict.passed) return `solutions: expected \`${solution}\` to meet the goals\n${output}`;
  }
  return undefined;
}
