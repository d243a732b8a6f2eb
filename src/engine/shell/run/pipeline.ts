import type { Step } from '../../kernel/index.ts';
import type { Shell } from '../shell.ts';
import type { Node } from '../syntax/ast.ts';
import { detachInput, evaluateNode, type Flags } from './evaluate.ts';
import { forkShell } from './fork.ts';
import { waitForJob } from './wait.ts';

/** Runs every command of a pipeline in a process of its own, joined by pipes. */
export function* runPipeline(shell: Shell, node: Node & { kind: 'pipeline' }, flags: Flags): Step<number> {
  const { io } = shell.p;
  const job = shell.jobs.add({ controlled: shell.options.has('monitor') });
  let input: number | undefined;
  for (const [index, command] of node.commands.entries()) {
    const last = index === node.commands.length - 1;
    const from = input;
    const pipe = last ? undefined : io.pipe();
    yield* forkShell(
      shell,
      {
        job,
        background: node.background && last,
        node: command,
        prepare: (child) => {
          if (pipe !== undefined) child.io.close(pipe[0]);
          if (from !== undefined && from !== 0) {
            child.io.dup2(from, 0);
            child.io.close(from);
          }
          if (pipe !== undefined && pipe[1] !== 1) {
            child.io.dup2(pipe[1], 1);
            child.io.close(pipe[1]);
          }
        },
      },
      function* (child) {
        if (node.background && !job.controlled) {
          if (index === 0) yield* detachInput(child);
          else {
            child.p.setDisposition(2, 'ignore');
            child.p.setDisposition(3, 'ignore');
          }
        }
        return yield* evaluateNode(child, command, { tested: flags.tested, exit: true });
      },
    );
    if (from !== undefined) io.close(from);
    if (pipe !== undefined) {
      io.close(pipe[1]);
      input = pipe[0];
    }
  }
  return node.background ? 0 : yield* waitForJob(shell, job);
}
