import type { Kernel } from '../../kernel/index.ts';
import type { Body } from '../../tree/index.ts';

/**
 * Large bodies between two programs of Strata that both know how: the message names the body in this field and carries no bytes,
 * so that a layer of a hundred megabytes moves as a value. Everybody else sends and gets bytes.
 */
export const HANDED = 'Strata-Body';

const handed = new WeakMap<Kernel, Map<string, Body>>();
let last = 0;

/** Puts a body by for whoever reads the message; the result is the field's value. */
export function handOver(kernel: Kernel, body: Body): string {
  let bodies = handed.get(kernel);
  if (bodies === undefined) handed.set(kernel, (bodies = new Map()));
  const token = String(++last);
  bodies.set(token, body);
  return token;
}

/** Takes the body that a field's value names; once. Undefined for a value that nobody handed over. */
export function takeOver(kernel: Kernel, token: string): Body | undefined {
  const bodies = handed.get(kernel);
  const body = bodies?.get(token);
  bodies?.delete(token);
  return body;
}
