// Whether a certificate is true: every log is done again in the engine, from the exercise's own start, against its goals.
// Knows the session's protocol. Refuses to know where the engine runs, and pages.
import type { Locale } from '../../i18n/index.ts';
import { goalsOf, machineId } from '../exercise/model.ts';
import { decodeLink, LinkError } from '../keep/link/link.ts';
import type { Client } from '../session/client.ts';
import type { Replies } from '../session/protocol.ts';
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
  | { readonly why: 'failed'; readonly message: string };

export type Found =
  | { readonly state: 'verified'; readonly commands: readonly string[] }
  /** There is nothing to do again: an exercise of questions, or an attempt without its log. */
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
  if (task.goals.length === 0) return { state: 'word', because: 'questions' };
  if (entry.log === undefined) return { state: 'word', because: 'no-log' };
  let shared: Awaited<ReturnType<typeof decodeLink>>;
  try {
    shared = await decodeLink(entry.log);
  } catch (error) {
    return wrong({ why: 'log', trouble: error instanceof LinkError ? error.trouble : 'damaged' });
  }
  const { exercise, start } = taskWith(task, entry.seed, locale);
  if (shared.lab !== machineId(exercise, entry.seed)) return wrong({ why: 'other', lab: shared.lab });
  try {
    const reply = await engine.ask('open', { start, saved: shared.saved, exercise: goalsOf(exercise) });
    const trouble = replayTrouble(reply);
    const unmet = reply.verdict?.goals.filter(({ finding }) => !finding.ok).map(({ id }) => id) ?? exercise.goals.map(({ id }) => id);
    const commands = reply.turns.map(({ line }) => line);
    const begins = trouble === undefined && (await beginsAs(shared.saved, start, engine));
    const solves = begins && reply.verdict?.passed === true;
    if (entry.version !== task.version) return wrong({ why: 'version', solves });
    if (trouble !== undefined) return wrong(trouble);
    if (!begins) return wrong({ why: 'start' });
    if (!solves) return wrong({ why: 'unmet', goals: exercise.goals.filter(({ id }) => unmet.includes(id)).map(({ say }) => say) });
    return { state: 'verified', commands };
  } catch (error) {
    return wrong({ why: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** What went otherwise than the log says, when it was done again. */
function replayTrouble({ how, trouble, timeline, turns }: Replies['open']): Reason | undefined {
  if (how !== 'restored') return { why: 'failed', message: trouble ?? '' };
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

/** Whether the log's machines and first events are those of the exercise; only their times may differ. */
async function beginsAs(saved: string, start: Parameters<typeof taskWith>[0]['start'], engine: Engine): Promise<boolean> {
  await engine.ask('open', { start });
  const { text } = await engine.ask('save', {});
  return startText(saved) === startText(text);
}

function startText(saved: string): string {
  const { seed, profile, machines, points } = JSON.parse(saved) as SavedStart;
  return JSON.stringify([seed, profile, machines, points?.[0]?.events?.map(({ at: _, ...event }) => event)]);
}
