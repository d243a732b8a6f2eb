import * as z from 'zod/mini';

const at = z.number();
const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), at, text: z.string() }),
  z.object({ kind: z.literal('signal'), at, name: z.enum(['INT', 'QUIT', 'TSTP']) }),
  z.object({ kind: z.literal('type'), at, text: z.string() }),
  z.object({ kind: z.literal('end'), at }),
  z.object({ kind: z.literal('write'), at, path: z.string(), text: z.string() }),
  z.object({ kind: z.literal('remove'), at, path: z.string() }),
  z.object({ kind: z.literal('mkdir'), at, path: z.string() }),
  z.object({ kind: z.literal('chdir'), at, path: z.string() }),
]);

const saved = z.object({
  strata: z.literal(1),
  seed: z.int(),
  profile: z.exactOptional(z.enum(['classic', 'graphdriver', 'containerd'])),
  machines: z.exactOptional(z.array(z.string()).check(z.minLength(1))),
  now: z.number(),
  events: z.array(event),
});

/** One thing that came from outside, with the virtual time it came at: a session is made again by doing these anew. */
export type SessionEvent = z.infer<typeof event>;
export type SavedSession = z.infer<typeof saved>;

/** Reads what `save` wrote. Throws an Error that says what is wrong. */
export function readSaved(text: string): SavedSession {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('the saved state is not readable: it is not JSON');
  }
  const result = saved.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`the saved state does not fit this version: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
