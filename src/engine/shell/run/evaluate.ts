import { type Step, TURN } from '../../kernel/index.ts';
import { ShellComplaint, ShellError, ShellExit } from '../errors.ts';
import { arithmetic, expandFields, expandPattern, expandText } from '../expand/expand.ts';
import { matchPattern } from '../expand/pattern.ts';
import type { Shell } from '../shell.ts';
import type { Node, Word } from '../syntax/ast.ts';
import { forkShell } from './fork.ts';
import { runPipeline } from './pipeline.ts';
import { withRedirections } from './redirect.ts';
import { runSimple } from './simple.ts';
import { runTraps } from './trap-actions.ts';
import { waitForJob } from './wait.ts';

export interface Flags {
  /** The status is looked at: `set -e` does not apply. */
  readonly tested: boolean;
  /** The shell's last command: it may become another program instead of starting one. */
  readonly exit: boolean;
}
export const PLAIN: Flags = { tested: false, exit: false };
export const TESTED: Flags = { tested: true, exit: false };

/** Most commands running inside each other, functions included. */
const MAX_DEPTH = 900;

/** Runs a command and gives its status, which `$?` then has. */
export function* evaluateNode(shell: Shell, node: Node | undefined, flags: Flags): Step<number> {
  if (node === undefined) return flags.exit ? yield* exitNow(shell, 0) : 0;
  if (shell.p.tick()) yield TURN;
  if (shell.options.has('noexec') && !shell.options.interactive) return 0;
  if (shell.depth >= MAX_DEPTH) yield* shell.fail('too many commands inside each other');
  shell.depth++;
  let status: number;
  try {
    status = yield* dispatch(shell, node, flags);
  } catch (error) {
    if (error instanceof ShellComplaint) return yield* shell.complain(error);
    throw error;
  } finally {
    shell.depth--;
  }
  yield* runTraps(shell);
  if (shell.skip === 'return' && shell.status !== status) status = shell.status;
  const checked =
    node.kind === 'simple' ||
    node.kind === 'pipeline' ||
    node.kind === 'subshell' ||
    (node.kind === 'redirected' && shell.redirectionFailed);
  shell.redirectionFailed = false;
  if (checked && status !== 0 && !flags.tested && shell.options.has('errexit')) throw new ShellExit(status);
  return flags.exit ? yield* exitNow(shell, status) : status;
}

function* exitNow(shell: Shell, status: number): Step<never> {
  shell.status = status;
  throw new ShellExit(status);
}

function* dispatch(shell: Shell, node: Node, flags: Flags): Step<number> {
  const inner: Flags = { tested: flags.tested, exit: false };
  switch (node.kind) {
    case 'simple':
      return (shell.status = yield* runSimple(shell, node, flags));
    case 'pipeline':
      return (shell.status = yield* runPipeline(shell, node, flags));
    case 'not': {
      const status = yield* evaluateNode(shell, node.body, TESTED);
      return shell.skip === undefined ? (shell.status = status === 0 ? 1 : 0) : status;
    }
    case 'and':
    case 'or': {
      const left = yield* evaluateNode(shell, node.left, TESTED);
      if ((left === 0) === (node.kind === 'or') || shell.skip !== undefined) return left;
      return yield* evaluateNode(shell, node.right, flags);
    }
    case 'sequence':
      return yield* runSequence(shell, node, flags);
    case 'group':
      return yield* evaluateNode(shell, node.body, flags);
    case 'subshell':
      return (shell.status = yield* runSubshell(shell, node, flags));
    case 'background':
      return (shell.status = yield* runBackground(shell, node));
    case 'redirected': {
      shell.errorLine = shell.line = node.line;
      const done = yield* withRedirections(shell, node.redirections, () => evaluateNode(shell, node.body, inner));
      shell.redirectionFailed = done === undefined;
      return (shell.status = done ?? 1);
    }
    case 'if':
      return yield* runIf(shell, node, flags);
    case 'while':
    case 'until':
      return yield* runLoop(shell, node, inner);
    case 'for':
      return yield* runFor(shell, node, inner);
    case 'arithmetic':
      shell.errorLine = shell.line = node.line;
      return (shell.status = (yield* countOf(shell, node.expression)) === 0n ? 1 : 0);
    case 'count':
      return yield* runCount(shell, node, inner);
    case 'case':
      return yield* runCase(shell, node, flags);
    case 'function':
      shell.functions.set(node.name, node);
      return (shell.status = 0);
  }
}

/** Sequences lean to the left; walked without recursion, however long they are. */
function* runSequence(shell: Shell, node: Node, flags: Flags): Step<number> {
  const commands: Node[] = [];
  let left: Node = node;
  while (left.kind === 'sequence') {
    commands.push(left.right);
    left = left.left;
  }
  commands.push(left);
  let status = 0;
  for (let i = commands.length - 1; i >= 0; i--) {
    status = yield* evaluateNode(shell, commands[i], i === 0 ? flags : { tested: flags.tested, exit: false });
    if (shell.skip !== undefined) break;
  }
  return status;
}

function* runIf(shell: Shell, node: Node & { kind: 'if' }, flags: Flags): Step<number> {
  const test = yield* evaluateNode(shell, node.test, TESTED);
  if (shell.skip !== undefined) return test;
  if (test === 0) return yield* evaluateNode(shell, node.then, flags);
  if (node.otherwise !== undefined) return yield* evaluateNode(shell, node.otherwise, flags);
  return (shell.status = 0);
}

/** Ends one level of `break` or `continue`. What is left to skip after it: a loop goes on only for `undefined` and 'continue'. */
function endOfRound(shell: Shell): 'leave' | undefined {
  if (shell.skip === 'return') return 'leave';
  if (shell.skip === undefined) return undefined;
  const kind = shell.skip;
  if (--shell.skipCount > 0) return 'leave';
  shell.skip = undefined;
  return kind === 'break' ? 'leave' : undefined;
}

function* runLoop(shell: Shell, node: Node & { kind: 'while' | 'until' }, flags: Flags): Step<number> {
  let status = 0;
  shell.loopDepth++;
  try {
    for (;;) {
      if (shell.p.tick()) yield TURN;
      const test = yield* evaluateNode(shell, node.test, TESTED);
      if (shell.skip !== undefined) {
        if (shell.skip === 'return') status = test;
        if (endOfRound(shell) === 'leave') break;
        continue;
      }
      if ((test === 0) !== (node.kind === 'while')) break;
      status = yield* evaluateNode(shell, node.body, flags);
      if (endOfRound(shell) === 'leave') break;
    }
  } finally {
    shell.loopDepth--;
  }
  return (shell.status = status);
}

function* runFor(shell: Shell, node: Node & { kind: 'for' }, flags: Flags): Step<number> {
  shell.errorLine = shell.line = node.line;
  const words: string[] = [];
  if (node.words === undefined) words.push(...shell.positional);
  else for (const word of node.words) yield* expandFields(shell, word, words);
  let status = 0;
  shell.loopDepth++;
  try {
    for (const word of words) {
      if (shell.p.tick()) yield TURN;
      shell.variables.set(node.name, word);
      status = yield* evaluateNode(shell, node.body, flags);
      if (endOfRound(shell) === 'leave') break;
    }
  } finally {
    shell.loopDepth--;
  }
  return (shell.status = status);
}

/** The value of an expression of bash's `((…))`; an empty one is 1, as in `for ((;;))`. */
function* countOf(shell: Shell, expression: Word): Step<bigint> {
  const text = yield* expandText(shell, expression, 'none');
  return text.trim() === '' ? 1n : arithmetic(shell, text);
}

function* runCount(shell: Shell, node: Node & { kind: 'count' }, flags: Flags): Step<number> {
  shell.errorLine = shell.line = node.line;
  yield* countOf(shell, node.first);
  let status = 0;
  shell.loopDepth++;
  try {
    while ((yield* countOf(shell, node.test)) !== 0n) {
      if (shell.p.tick()) yield TURN;
      status = yield* evaluateNode(shell, node.body, flags);
      if (endOfRound(shell) === 'leave') break;
      yield* countOf(shell, node.next);
    }
  } finally {
    shell.loopDepth--;
  }
  return (shell.status = status);
}

function* runCase(shell: Shell, node: Node & { kind: 'case' }, flags: Flags): Step<number> {
  shell.errorLine = shell.line = node.line;
  const text = yield* expandText(shell, node.word, 'start');
  for (const item of node.items) {
    for (const pattern of item.patterns) {
      if (!matchPattern(yield* expandPattern(shell, pattern), text)) continue;
      if (item.body === undefined || shell.skip !== undefined) return (shell.status = 0);
      return yield* evaluateNode(shell, item.body, flags);
    }
  }
  return (shell.status = 0);
}

function* runSubshell(shell: Shell, node: Node & { kind: 'subshell' }, flags: Flags): Step<number> {
  shell.errorLine = shell.line = node.line;
  const body = function* (inner: Shell): Step<number> {
    const done = yield* withRedirections(inner, node.redirections, () =>
      evaluateNode(inner, node.body, { tested: flags.tested, exit: true }),
    );
    return done ?? 1;
  };
  if (flags.exit && !shell.traps.any) {
    return yield* body(shell);
  }
  const job = shell.jobs.add({ controlled: shell.options.has('monitor') });
  yield* forkShell(shell, { job, node }, body);
  return yield* waitForJob(shell, job);
}

function* runBackground(shell: Shell, node: Node & { kind: 'background' }): Step<number> {
  shell.errorLine = shell.line = node.line;
  const job = shell.jobs.add({ controlled: shell.options.has('monitor') });
  yield* forkShell(shell, { job, background: true, node: node.body }, function* (child) {
    if (!job.controlled) yield* detachInput(child);
    return yield* evaluateNode(child, node.body, { tested: false, exit: true });
  });
  return 0;
}

/** Without job control a background command reads nothing and is not interrupted from the keyboard. */
export function* detachInput(child: Shell): Step<void> {
  const { p } = child;
  p.setDisposition(2, 'ignore');
  p.setDisposition(3, 'ignore');
  try {
    if (p.io.has(0)) p.io.close(0);
    p.fs.open('/dev/null', { read: true });
  } catch {
    yield* child.error("can't open '/dev/null'");
    throw new ShellError(2);
  }
}
