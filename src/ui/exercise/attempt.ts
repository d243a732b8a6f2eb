// An attempt as it is kept with a pass: what the learner did, and which start it was done on. The start is the course's own, so it is not in it:
// doing the attempt again is start and log. Knows the saved text's outline; refuses to know sessions.
import { hashOfPoints } from '../../course/fnv.ts';
import type { StartData } from '../../course/schema/lesson.ts';
import { decodeLink, encodeLink, LinkError, type Shared } from '../keep/link/link.ts';

/** What an attempt begins with; a link that opens a lab begins with `s=`. */
const MARK = 'a=';

interface Saved {
  readonly points: readonly { readonly events: readonly { readonly at: number }[] }[];
}

/** What stands in place of the start's events: which start, and when each of them came. */
interface Begun {
  readonly id: string;
  readonly at: readonly number[];
}

/** Two starts have one id exactly when they say the same, in whatever order. */
export function startId(start: StartData): string {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return hashOfPoints(JSON.stringify(start, sorted)).toString(36);
}

/** The attempt as text, without its start. */
export async function encodeAttempt({ saved, lab, title }: Shared, start: StartData): Promise<string> {
  const whole = JSON.parse(saved) as Saved;
  const [first, ...rest] = whole.points;
  if (first === undefined) throw new Error('the saved state has no start');
  const begun: Begun = { id: startId(start), at: first.events.map(({ at }) => at) };
  const bare = JSON.stringify({ ...whole, begun, points: [{ ...first, events: [] }, ...rest] });
  return (await encodeLink({ saved: bare, lab, title })).replace(/^s=/, MARK);
}

/** Whether an attempt is kept without its start. Those kept by an older Strata have it, and are as good. */
const isBare = (log: string): boolean => log.startsWith(MARK);

/**
 * The attempt with its start put back: `begun` is the text of a session that has done no more than begin. `start`: not the one it was done on.
 * Rejects with a LinkError.
 */
export async function decodeAttempt(
  log: string,
  start: StartData,
  begun: string,
): Promise<{ readonly lab: string; readonly saved: string; readonly trouble?: 'start' }> {
  if (!isBare(log)) return decodeLink(log);
  const shared = await decodeLink(`s=${log.slice(MARK.length)}`);
  const { begun: marks, ...whole } = JSON.parse(shared.saved) as Saved & { readonly begun?: Partial<Begun> };
  const [first, ...rest] = whole.points;
  const events = (JSON.parse(begun) as Saved).points[0]?.events ?? [];
  const { id, at } = marks ?? {};
  if (first === undefined || !Array.isArray(at)) throw new LinkError('damaged');
  if (id !== startId(start) || at.length !== events.length) return { ...shared, trouble: 'start' };
  const filled = events.map((event, index) => ({ ...event, at: at[index] ?? event.at }));
  return { ...shared, saved: JSON.stringify({ ...whole, points: [{ ...first, events: filled }, ...rest] }) };
}
