// Doing again what a log tells: the same events at the same virtual times on machines that stand where they stood.
import type { Session } from '../../cli/machine/session.ts';
import type { Terminal } from '../../cli/machine/terminal.ts';
import type { Process } from '../../engine/kernel/index.ts';
import type { EngineSession, VisitRequest } from '../session/engine-session.ts';
import { Refusal } from '../session/refusal/index.ts';
import type { Turn } from '../session/timeline.ts';
import { contentOf, type Sources } from './content.ts';
import { hostFiles } from './files.ts';
import { heard, settled } from './heard.ts';
import type { SavedPoint, SessionEvent } from './log.ts';
import { timeOf } from './ticks.ts';

/** Milliseconds of doing things again after which the page is listened to. */
const TURN = 12;

/** What the log does not tell: where uploaded bytes are, and how large the page's terminals are. */
export interface Setting {
  readonly sources: Sources;
  readonly size: (terminal: Terminal) => void;
}

/** Does everything of `points` again, in order; `reached` hears of each, with the turn of a command. */
export async function replay(
  session: Session,
  points: readonly SavedPoint[],
  setting: Setting,
  reached: (point: SavedPoint, turn: Turn | undefined) => void,
): Promise<void> {
  const listen = listener();
  for (const point of points) {
    let line: { readonly terminal: Terminal; readonly prompt: string; readonly text: string } | undefined;
    const outputs = new Map<number, string>();
    const take = () => {
      for (const one of session.terminals) outputs.set(one.id, heard(outputs.get(one.id) ?? '', one.take()));
    };
    for (const event of point.events) {
      await applyEvent(session, event, setting, take);
      if (event.kind !== 'line') continue;
      take();
      const terminal = session.terminal(event.terminal ?? 0);
      outputs.set(terminal.id, '');
      line = { terminal, prompt: terminal.prompt(), text: event.text };
    }
    await runTo(session, point.at, take);
    let turn: Turn | undefined;
    if (point.kind === 'command' && line !== undefined) {
      const { terminal, prompt, text } = line;
      while (terminal.running !== undefined && session.simulation.kernel.step()) take();
      take();
      const output = settled(outputs.get(terminal.id) ?? '');
      turn = { number: point.number, line: text, exit: terminal.exit, output, prompt, terminal: terminal.id };
    }
    reached(point, turn);
    await listen();
  }
}

/** One event, at its time. `take` is given what terminals print. */
export async function applyEvent(session: Session, event: SessionEvent, { sources, size }: Setting, take?: () => void): Promise<void> {
  await runTo(session, event.at, take);
  if (event.kind === 'open') size(session.open(event.machine));
  else if (event.kind === 'close') session.close(event.terminal ?? 0);
  else if (event.kind === 'chdir') session.chdir(event.path);
  else if (event.kind === 'visit') await visit(session, event, () => {});
  else if ('path' in event) {
    const files = hostFiles(processOn(session, event.machine));
    if (event.kind === 'write') files.write(event.path, await contentOf(event.content, sources));
    else if (event.kind === 'rename') files.rename(event.path, event.to);
    else files[event.kind](event.path);
  } else {
    const terminal = session.terminal(event.terminal ?? 0);
    if (event.kind === 'line') {
      while (terminal.running !== undefined && session.simulation.kernel.step()) take?.();
      terminal.start(event.text);
    } else if (event.kind === 'signal') terminal.signal(event.name);
    else if (event.kind === 'type') terminal.type(event.text);
    else terminal.end();
  }
}

/** Lets the machines work until a tick; virtual waits take no time. */
export async function runTo(session: Session, tick: number, take?: () => void): Promise<void> {
  const { terminals } = session;
  const { kernel } = session.simulation;
  const time = timeOf(tick);
  const listen = listener();
  for (let turn = 1; kernel.now < time; turn++) {
    if (turn % 256 === 0) {
      take?.();
      await listen();
    }
    if (terminals.some(({ full }) => full)) take ? take() : terminals.forEach((one) => void one.take());
    const ran = kernel.step();
    const overdue = terminals.some((one) => one.endOverdue());
    if (ran || overdue) continue;
    if (kernel.loading !== undefined) {
      await kernel.loading;
      continue;
    }
    kernel.advance(Math.min(time, kernel.nextDeadline() ?? time));
  }
}

/** A request from the page's browser to a machine. */
export async function visit(session: Session, request: VisitRequest, answered: Parameters<EngineSession['visit']>[1]): Promise<void> {
  const machine = session.simulation.machines.get(request.machine);
  if (machine === undefined) return answered({ failure: 'no-machine', message: `There is no machine ${request.machine}.` });
  const { startVisit } = await import('./visit.ts');
  startVisit(session.simulation.kernel, machine, request, answered);
}

/** The shell of a machine's first terminal; without a name, of the first machine. */
export function processOn(session: Session, machine: string | undefined): Process {
  const terminal = machine === undefined ? session.main : session.terminals.find((one) => one.machine.name === machine);
  if (terminal === undefined) throw new Refusal('machine.none', { machine: machine ?? '' });
  return terminal.process;
}

/** Lets messages of the page in, when they have waited for a turn. */
function listener(): () => Promise<void> {
  let listened = performance.now();
  return async () => {
    if (performance.now() - listened <= TURN) return;
    await new Promise<void>((resolve) => setTimeout(resolve));
    listened = performance.now();
  };
}
