// Whether a certificate is true: every log is done again in the engine, from the exercise's own start, against its goals.
// Knows the session's protocol. Refuses to know where the engine runs, and pages.
import type { QuizItem } from '../../course/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { decodeAttempt } from '../exercise/attempt.ts';
import { goalsOf, machineId } from '../exercise/model.ts';
import { LinkError } from '../keep/link/link.ts';
import { fitting, judge as judgeAnswer } from '../quiz/model.ts';
import type { Client } from '../session/client.ts';
import type { Replies } from '../session/protocol.ts';
import { sayReason } from '../session/refusal/say.ts';
import { type Certificate, certificateCheck, type Digest, type Entry, entryDigest } from './format.ts';
import { type Task, taskWith } from './tasks.ts';

/** Why an entry is not verified. */
export type Reason =
  /** The fields do not have the digest that stands beside them. */
  | { readonly why: 'digest' }
  /** The log cannot be read: cut off, or edited without its check sum. */
  | { readonly why: 'log'; readonly trouble: LinkError['trouble'] }
  | { readonly why: 'unknown' }
  /** Made for another version of the exercise; `solves`: whether it does today's too. */
  | { readonly why: 'version'; readonly solves: boolean }
  /** The log is of another exercise, or of other values. */
  | { readonly why: 'other'; readonly lab: string }
  /** It does not begin as the exercise does. */
  | { readonly why: 'start' }
  /** A command that the log says ended in one way ended in another, or is not what the timeline calls it. */
  | { readonly why: 'differs'; readonly line: string; readonly number: number; readonly said?: number; readonly found: number }
  | { readonly why: 'unmet'; readonly goals: readonly string[] }
  /** Questions whose answer is missing, is no answer to it, or is wrong. */
  | { readonly why: 'answers'; readonly questions: readonly string[] }
  | { readonly why: 'failed'; readonly message: string };

export type Found =
  /** The log was done again, the answers were graded again. */
  | { readonly state: 'verified'; readonly commands: readonly string[]; readonly answers: number }
  /** There is nothing to do again: an entry without answers to its questions, or without its log. */
  | { readonly state: 'word'; readonly because: 'questions' | 'no-log' }
  | { readonly state: 'wrong'; readonly reason: Reason };

export interface Verdict {
  readonly entry: Entry;
  readonly task: Task | undefined;
  readonly found: Found;
}

export type Engine = Pick<Client, 'ask'>;

/** Whether the whole file is as it was saved. */
export const isWhole = async (certificate: Certificate, digest: Digest): Promise<boolean> =>
  certificate.check === (await certificateCheck(certificate, digest));

export async function verifyEntry(entry: Entry, tasks: readonly Task[], engine: Engine, digest: Digest, locale: Locale): Promise<Verdict> {
  const task = tasks.find((one) => one.lesson === entry.lesson && one.id === entry.exercise);
  return { entry, task, found: await judge(entry, task, engine, digest, locale) };
}

const wrong = (reason: Reason): Found => ({ state: 'wrong', reason });

async function judge(entry: Entry, task: Task | undefined, engine: Engine, digest: Digest, locale: Locale): Promise<Found> {
  if (entry.digest !== (await entryDigest(entry, digest))) return wrong({ why: 'digest' });
  if (task === undefined) return wrong({ why: 'unknown' });
  const { exercise, start, questions } = taskWith(task, entry.seed, locale);
  if (questions.length > 0 && entry.answers === undefined) return { state: 'word', because: 'questions' };
  const failed = wrongAnswers(questions, entry.answers ?? {}).map(({ ask }) => ask[locale]);
  if (task.goals.length === 0) {
    if (entry.version !== task.version) return wrong({ why: 'version', solves: failed.length === 0 });
    return failed.length > 0
      ? wrong({ why: 'answers', questions: failed })
      : { state: 'verified', commands: [], answers: questions.length };
  }
  if (entry.log === undefined) return { state: 'word', because: 'no-log' };
  try {
    const begun = await begunText(start, engine);
    const shared = await decodeAttempt(entry.log, start, begun);
    if (shared.lab !== machineId(exercise, entry.seed)) return wrong({ why: 'other', lab: shared.lab });
    if (shared.trouble !== undefined) return wrong(entry.version === task.version ? { why: 'start' } : { why: 'version', solves: false });
    const reply = await engine.ask('open', { start, saved: shared.saved, exercise: goalsOf(exercise) });
    const trouble = await replayTrouble(reply, locale);
    const unmet = reply.verdict?.goals.filter(({ finding }) => !finding.ok).map(({ id }) => id) ?? exercise.goals.map(({ id }) => id);
    const commands = reply.turns.map(({ line }) => line);
    const begins = startText(shared.saved) === startText(begun);
    const solves = trouble === undefined && begins && reply.verdict?.passed === true;
    if (entry.version !== task.version) return wrong({ why: 'version', solves: solves && failed.length === 0 });
    if (trouble !== undefined) return wrong(trouble);
    if (!begins) return wrong({ why: 'start' });
    if (!solves) return wrong({ why: 'unmet', goals: exercise.goals.filter(({ id }) => unmet.includes(id)).map(({ say }) => say) });
    if (failed.length > 0) return wrong({ why: 'answers', questions: failed });
    return { state: 'verified', commands, answers: questions.length };
  } catch (error) {
    if (error instanceof LinkError) return wrong({ why: 'log', trouble: error.trouble });
    return wrong({ why: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** The questions that an answer of today's kind does not answer rightly. */
const wrongAnswers = (questions: readonly QuizItem[], answers: NonNullable<Entry['answers']>): readonly QuizItem[] =>
  questions.filter((item) => {
    const answer = fitting(item, answers[item.id]);
    return answer === undefined || !judgeAnswer(item, answer).right;
  });

/** What went otherwise than the log says, when it was done again. */
async function replayTrouble({ how, trouble, timeline, turns }: Replies['open'], locale: Locale): Promise<Reason | undefined> {
  if (how !== 'restored') return { why: 'failed', message: trouble === undefined ? '' : await sayReason(trouble, locale) };
  for (const { number, line, exit } of turns) {
    const point = timeline.points.find((one) => one.number === number);
    if (point === undefined || point.label !== line || point.exit !== exit)
      return { why: 'differs', line, number, found: exit, ...(point?.exit === undefined ? {} : { said: point.exit }) };
  }
  const { points, head } = timeline;
  for (let at = points.find((one) => one.number === head); at !== undefined; ) {
    const { kind, number, label, parent } = at;
    // A command that the timeline names and that was never run.
    if (kind === 'command' && !turns.some((turn) => turn.number === number)) return { why: 'differs', line: label, number, found: -1 };
    at = points.find((one) => one.number === parent);
  }
  return undefined;
}

interface SavedStart {
  readonly seed?: unknown;
  readonly profile?: unknown;
  readonly machines?: unknown;
  readonly points?: readonly { readonly events?: readonly Record<string, unknown>[] }[];
}

/** The text of a session that has done no more than begin. */
async function begunText(start: Parameters<typeof decodeAttempt>[1], engine: Engine): Promise<string> {
  await engine.ask('open', { start });
  return (await engine.ask('save', {})).text;
}

/** A log's machines and first events; only the times of these may differ from the exercise's. */
function startText(saved: string): string {
  const { seed, profile, machines, points } = JSON.parse(saved) as SavedStart;
  return JSON.stringify([seed, profile, machines, points?.[0]?.events?.map(({ at: _, ...event }) => event)]);
}
