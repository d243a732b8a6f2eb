import * as z from 'zod/mini';
import { Refusal } from '../session/refusal/index.ts';

/** A session's time in saved texts: tenths of a millisecond since the lab's beginning, so that it survives writing and reading unchanged. */
const at = z.int();
const terminal = z.exactOptional(z.int());
const machine = z.exactOptional(z.string());

/** What a file is written with: text, bytes in base64, or bytes that the device's store has by their SHA-256. */
const content = z.union([z.object({ text: z.string() }), z.object({ base64: z.string() }), z.object({ blob: z.string(), size: z.int() })]);

const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), at, terminal, text: z.string() }),
  z.object({ kind: z.literal('signal'), at, terminal, name: z.enum(['INT', 'QUIT', 'TSTP']) }),
  z.object({ kind: z.literal('type'), at, terminal, text: z.string() }),
  z.object({ kind: z.literal('end'), at, terminal }),
  z.object({ kind: z.literal('open'), at, machine: z.string() }),
  z.object({ kind: z.literal('close'), at, terminal }),
  z.object({ kind: z.literal('write'), at, machine, path: z.string(), content }),
  z.object({ kind: z.literal('remove'), at, machine, path: z.string() }),
  z.object({ kind: z.literal('rename'), at, machine, path: z.string(), to: z.string() }),
  z.object({ kind: z.literal('mkdir'), at, machine, path: z.string() }),
  z.object({ kind: z.literal('chdir'), at, path: z.string() }),
  z.object({
    kind: z.literal('visit'),
    at,
    machine: z.string(),
    method: z.string(),
    url: z.string(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.exactOptional(z.string()),
  }),
]);

const point = z.object({
  number: z.int(),
  parent: z.exactOptional(z.int()),
  kind: z.enum(['start', 'command', 'edit', 'time']),
  label: z.string(),
  exit: z.exactOptional(z.int()),
  terminal,
  at,
  name: z.exactOptional(z.string()),
  events: z.array(event),
});

const saved = z.object({
  strata: z.literal(2),
  seed: z.int(),
  profile: z.exactOptional(z.enum(['classic', 'graphdriver', 'containerd'])),
  machines: z.exactOptional(z.array(z.string()).check(z.minLength(1))),
  /** In order of number; the first is the start. */
  points: z.array(point).check(z.minLength(1)),
  head: z.int(),
  /** What came after the head and belongs to no point yet. */
  pending: z.array(event),
  now: at,
});

/** One thing that came from outside, with the time it came at: a session is made again by doing these anew. */
export type SessionEvent = z.infer<typeof event>;
/** What a file is written with. */
export type SavedContent = z.infer<typeof content>;
/** A point of the timeline as it is saved: the events that lead to it from its parent. */
export type SavedPoint = z.infer<typeof point>;
export type SavedSession = z.infer<typeof saved>;

/** Reads what `save` wrote. Throws an Error that says what is wrong. */
export function readSaved(text: string): SavedSession {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('saved.json');
  }
  const result = saved.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Refusal('saved.shape', { where: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() });
  }
  const numbers = new Set<number>();
  for (const { number, parent } of result.data.points) {
    const sound = numbers.size === 0 ? number === 0 && parent === undefined : parent !== undefined && numbers.has(parent);
    if (!sound || numbers.has(number)) throw new Refusal('saved.parent', { number });
    numbers.add(number);
  }
  if (!numbers.has(result.data.head)) throw new Refusal('saved.head', { number: result.data.head });
  return result.data;
}
