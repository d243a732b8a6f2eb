import { fromBytes, type Step, SysError } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import { setSubstitutions } from '../expand/expand.ts';
import type { Shell } from '../shell.ts';
import type { Part } from '../syntax/ast.ts';
import { evaluateNode } from './evaluate.ts';
import { forkShell } from './fork.ts';
import { waitForJob } from './wait.ts';

/** Most text that a command substitution may give. */
const MAX_OUTPUT = 16 * 1024 * 1024;

function* command(shell: Shell, part: Part & { kind: 'command' }): Step<string> {
  const { body } = part;
  if (body === undefined) {
    shell.substitutionStatus = 0;
    return '';
  }
  const { io } = shell.p;
  const [read, write] = io.pipe();
  const job = shell.jobs.add({ controlled: false, substitution: true });
  yield* forkShell(
    shell,
    {
      job,
      node: body,
      prepare: (child) => {
        child.io.close(read);
        if (write === 1) return;
        child.io.dup2(write, 1);
        child.io.close(write);
      },
    },
    (child) => {
      child.options.set('errexit', false);
      return evaluateNode(child, body, { tested: false, exit: true });
    },
  );
  io.close(write);
  const text = yield* readOutput(shell, read);
  io.close(read);
  shell.substitutionStatus = yield* waitForJob(shell, job);
  return text.replace(/\n+$/, '').replaceAll('\0', '');
}

function* readOutput(shell: Shell, fd: number): Step<string> {
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    try {
      const bytes = yield* shell.p.read(fd);
      if (bytes.length === 0) return parts.join('');
      size += bytes.length;
      shell.p.held = Math.max(shell.p.held, size);
      if (size > MAX_OUTPUT) {
        shell.p.io.close(fd);
        throw new ShellComplaint('command substitution gives too much text');
      }
      parts.push(fromBytes(bytes));
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
      shell.traps.collect();
    }
  }
}

/** Descriptors for process substitutions start here, as in busybox. */
const FIRST_PROCESS_FILE = 64;

function* process(shell: Shell, part: Part & { kind: 'process' }): Step<string> {
  const { io } = shell.p;
  const [read, write] = io.pipe();
  const [near, theirs] = part.direction === '<' ? [read, write] : [write, read];
  const ours = io.dup(near, FIRST_PROCESS_FILE);
  io.close(near);
  yield* forkShell(
    shell,
    {
      job: undefined,
      prepare: (child) => {
        const to = part.direction === '<' ? 1 : 0;
        child.io.close(ours);
        if (theirs === to) return;
        child.io.dup2(theirs, to);
        child.io.close(theirs);
      },
    },
    (child) => evaluateNode(child, part.body, { tested: false, exit: true }),
  );
  io.close(theirs);
  shell.processFiles.push(ours);
  return `/dev/fd/${ours}`;
}

setSubstitutions({ command, process });
