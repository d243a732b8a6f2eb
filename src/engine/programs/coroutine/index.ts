// Routines of an interpreted program on an explicit stack: calls, generators and waiting without depth on the host's own stack.
// Knows how routines call, suspend and go on; refuses to know any language.
import type { Step, Wait } from '../../kernel/index.ts';

/** A piece of an interpreted program. It yields what only the driver can do: call another, go on with a suspended one, suspend itself, wait. */
// biome-ignore lint/suspicious/noExplicitAny: what comes back depends on what was yielded
export type Routine<T> = Generator<Wait | Invoke | Resume | Emit, T, any>;

/** Runs another routine; its value comes back, or what it throws. */
export class Invoke {
  readonly routine: Routine<unknown>;
  constructor(routine: Routine<unknown>) {
    this.routine = routine;
  }
}

/** A routine that suspends itself with `Emit`: what stands behind a generator or an asynchronous function. */
export class Suspended {
  readonly routine: Routine<unknown>;
  state: 'new' | 'suspended' | 'running' | 'done' = 'new';
  constructor(routine: Routine<unknown>) {
    this.routine = routine;
  }
}

/** How a suspended routine is gone on with. `return` ends it where it stands; its `finally` parts run. */
export type Going = { readonly how: 'next' | 'throw' | 'return'; readonly value: unknown };
/** What going on with it gave: what it emitted, or its value at the end. */
export interface Went {
  readonly done: boolean;
  readonly value: unknown;
}

/** Goes on with a suspended routine until it emits or ends; a `Went` comes back. */
export class Resume {
  readonly of: Suspended;
  readonly going: Going;
  constructor(of: Suspended, going: Going) {
    this.of = of;
    this.going = going;
  }
}

/** Suspends the innermost resumed routine with a value; what it is gone on with comes back. */
export class Emit {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

interface Frame {
  readonly routine: Routine<unknown>;
  readonly suspended: Suspended | undefined;
}

/** Calls a routine from within another. */
export function* invoke<T>(routine: Routine<T>): Routine<T> {
  return (yield new Invoke(routine)) as T;
}

/** Runs a routine with everything it calls to its end. */
export function* drive<T>(first: Routine<T>): Step<T> {
  const stack: Frame[] = [{ routine: first, suspended: undefined }];
  let going: Going = { how: 'next', value: undefined };
  for (;;) {
    const top = stack[stack.length - 1]!;
    let turn: IteratorResult<Wait | Invoke | Resume | Emit, unknown>;
    try {
      if (going.how === 'next') turn = top.routine.next(going.value);
      else if (going.how === 'throw') turn = top.routine.throw(going.value);
      else turn = top.routine.return(going.value);
    } catch (error) {
      stack.pop();
      if (top.suspended !== undefined) top.suspended.state = 'done';
      if (stack.length === 0) throw error;
      going = { how: 'throw', value: error };
      continue;
    }
    if (turn.done === true) {
      stack.pop();
      if (top.suspended !== undefined) top.suspended.state = 'done';
      if (stack.length === 0) return turn.value as T;
      going = { how: 'next', value: top.suspended === undefined ? turn.value : ({ done: true, value: turn.value } satisfies Went) };
      continue;
    }
    const asked = turn.value;
    if (asked instanceof Invoke) {
      stack.push({ routine: asked.routine, suspended: undefined });
      going = { how: 'next', value: undefined };
    } else if (asked instanceof Resume) {
      going = begin(stack, asked);
    } else if (asked instanceof Emit) {
      // What is above the resumed routine has ended, so it is the one on top.
      let at = stack.length - 1;
      while (at >= 0 && stack[at]!.suspended === undefined) at--;
      if (at !== stack.length - 1) throw new Error('a routine emitted from within a call');
      stack.pop();
      top.suspended!.state = 'suspended';
      going = { how: 'next', value: { done: false, value: asked.value } satisfies Went };
    } else going = { how: 'next', value: yield asked };
  }
}

function begin(stack: Frame[], { of, going }: Resume): Going {
  if (of.state === 'done')
    return going.how === 'throw'
      ? going
      : { how: 'next', value: { done: true, value: going.how === 'return' ? going.value : undefined } satisfies Went };
  if (of.state === 'running') return { how: 'throw', value: new Error('already running') };
  if (of.state === 'new' && going.how !== 'next') {
    of.state = 'done';
    return going.how === 'throw' ? going : { how: 'next', value: { done: true, value: going.value } satisfies Went };
  }
  const fresh = of.state === 'new';
  of.state = 'running';
  stack.push({ routine: of.routine, suspended: of });
  return fresh ? { how: 'next', value: undefined } : going;
}
