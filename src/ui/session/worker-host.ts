// The worker's side of the protocol: serves requests from one EngineSession, running commands in slices so that it can always listen.
// Knows the port (engine-session.ts), the protocol and the grader. Timers and the channel are given to it, so tests can drive it.

import { type ExerciseGoals, grade, type Snapshot, type Verdict } from '../../grader/index.ts';
import type { EngineSession, EngineSessionFactory, Job } from './engine-session.ts';
import type { LogEntry, Message, Replies, Request, RequestType, StartState, TurnSummary } from './protocol.ts';
import { begin, machinesOf, runLine } from './start.ts';

export interface HostPort {
  post(message: Message): void;
  /** Resolves after waiting messages have been received. */
  turn(): Promise<void>;
  /** Resolves after `ms`, or earlier when `wake` settles. */
  sleep(ms: number, wake: Promise<void>): Promise<void>;
}

/** Milliseconds a command runs before the worker listens again: well under what a person notices. */
const slice = 12;
/** Milliseconds after which the clock is looked at again in any case. */
const longestSleep = 60_000;
/** Characters of output the page may not yet have drawn before the command is held back. */
const unreadLimit = 40_000;

type Open = Extract<Request, { type: 'open' }>;

export function hostEngine(factory: EngineSessionFactory, port: HostPort): (request: Request) => void {
  let session: EngineSession | undefined;
  let opened: Open | undefined;
  let size = { columns: 80, rows: 24 };
  let job: Job | undefined;
  let turns: TurnSummary[] = [];
  let before: Snapshot = { images: [], containers: [] };
  let verdict: Verdict | undefined;
  let unread = 0;
  let wake = () => {};
  let woken = new Promise<void>(() => {});
  const rest = () => {
    woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    return woken;
  };

  const live = (): EngineSession => {
    if (!session) throw new Error('The machine is not open yet.');
    return session;
  };

  const judge = (exercise: ExerciseGoals | undefined): void => {
    if (!exercise) return;
    verdict = grade({ exercise, input: { before, after: live().facts(), turns }, ...(verdict ? { previous: verdict } : {}) });
  };

  const state = () => ({ view: live().view(), ...(verdict ? { verdict } : {}) });

  const fresh = async (start: StartState) => {
    session = factory.create({ ...machinesOf(start), ...size });
    await begin(session, start);
    before = session.facts();
  };

  const openSession = async (request: Open): Promise<Replies['open']> => {
    opened = request;
    size = { columns: request.columns, rows: request.rows };
    turns = [...(request.turns ?? [])];
    verdict = undefined;
    let how: Replies['open']['how'] = 'fresh';
    let trouble: string | undefined;
    await fresh(request.start);
    if (request.saved !== undefined) {
      try {
        session = await factory.restore(request.saved, size);
        how = 'restored';
      } catch (error) {
        trouble = message(error);
      }
    }
    if (how === 'fresh' && request.log && request.log.length > 0) {
      try {
        for (const entry of request.log) await replay(live(), entry);
        how = 'replayed';
      } catch (error) {
        trouble = message(error);
        await fresh(request.start);
        turns = [];
      }
    }
    verdict = how === 'fresh' ? undefined : request.verdict;
    judge(request.exercise);
    void letTimePass();
    return { ...state(), how, ...(trouble === undefined ? {} : { trouble }) };
  };

  /** Counts what makes time pass: the newest goes on, others end. */
  let passing = 0;
  /** Lets time pass while no command runs, until one does. A jump is told as it goes on. */
  const letTimePass = async (): Promise<void> => {
    const mine = ++passing;
    while (mine === passing && job === undefined && session !== undefined) {
      const asleep = rest();
      const jumped = session.clock().jumping;
      const { output, changed, waits } = session.tick(slice);
      if (output !== '') port.post({ type: 'output', text: output });
      if (jumped) port.post({ type: 'clock', clock: session.clock() });
      if (changed || (jumped && !session.clock().jumping)) {
        judge(opened?.exercise);
        port.post({ type: 'state', ...state() });
      }
      if (waits === 'more') await port.turn();
      else if (waits === undefined) await asleep;
      else if ('loading' in waits) await waits.loading;
      else await port.sleep(Math.min(waits.ms, longestSleep), asleep);
    }
  };

  const exec = async (line: string): Promise<Replies['exec']> => {
    if (job) throw new Error('Another command is still running.');
    const current = live().start(line);
    job = current;
    passing++;
    let exit = 0;
    try {
      for (;;) {
        const asleep = rest();
        const { output, done, waits } = current.step(slice);
        if (output !== '') {
          unread += output.length;
          port.post({ type: 'output', text: output });
        }
        if (done) {
          exit = done.exit;
          break;
        }
        if (waits === 'stdin') {
          port.post({ type: 'waiting', for: 'stdin' });
          await asleep;
          port.post({ type: 'waiting', for: 'nothing' });
        } else if (waits && 'loading' in waits) {
          await waits.loading;
        } else if (waits) {
          port.post({ type: 'waiting', for: 'clock' });
          await port.sleep(waits.ms, asleep);
          port.post({ type: 'waiting', for: 'nothing' });
        } else await port.turn();
        while (unread > unreadLimit) await rest();
      }
    } finally {
      job = undefined;
    }
    const turn = { number: turns.length + 1, line, exit };
    if (line.trim() !== '') turns = [...turns, turn];
    judge(opened?.exercise);
    port.post({ type: 'state', ...state() });
    void letTimePass();
    return { exit, prompt: live().prompt(), turn };
  };

  const edited = (): Record<never, never> => {
    port.post({ type: 'state', ...state() });
    return {};
  };

  const reset = async (): Promise<Replies['reset']> => {
    if (!opened) throw new Error('The machine is not open yet.');
    job = undefined;
    turns = [];
    verdict = undefined;
    await fresh(opened.start);
    judge(opened.exercise);
    void letTimePass();
    return state();
  };

  const answer = (request: Request): Replies[RequestType] | Promise<Replies[RequestType]> => {
    switch (request.type) {
      case 'open':
        return openSession(request);
      case 'exec':
        return exec(request.line);
      case 'signal':
        job?.signal(request.name);
        unread = 0;
        wake();
        return { stopped: job !== undefined };
      case 'stdin':
        job?.stdin(request.text);
        wake();
        return {};
      case 'eof':
        job?.eof();
        wake();
        return {};
      case 'ack':
        unread = Math.max(0, unread - request.chars);
        if (unread <= unreadLimit) wake();
        return {};
      case 'resize':
        size = { columns: request.columns, rows: request.rows };
        session?.resize(request.columns, request.rows);
        return {};
      case 'clock': {
        live().setClock(request.order);
        // The answer goes first: what the jump does is told after it.
        void port.turn().then(() => wake());
        return { clock: live().clock() };
      }
      case 'complete':
        return live().complete(request.line, request.cursor);
      case 'files.list':
        return { entries: live().files.list(request.dir) };
      case 'files.read': {
        const bytes = live().files.read(request.path);
        const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
        const binary = text.includes('\0') || text.includes('\uFFFD');
        return { content: binary ? '' : text, binary, size: bytes.length };
      }
      case 'files.write':
        live().files.write(request.path, new TextEncoder().encode(request.content));
        return edited();
      case 'files.remove':
        live().files.remove(request.path);
        return edited();
      case 'files.mkdir':
        live().files.mkdir(request.path);
        return edited();
      case 'query':
        return live()
          .query(request.question)
          .then((answer) => ({ answer }));
      case 'save':
        return { text: live().save() };
      case 'reset':
        return reset();
    }
  };

  return (request) => {
    void (async () => {
      try {
        port.post({ type: 'reply', id: request.id, value: await answer(request) });
      } catch (error) {
        port.post({ type: 'failure', id: request.id, message: message(error) });
      }
    })();
  };
}

async function replay(session: EngineSession, entry: LogEntry): Promise<void> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  if (entry.kind === 'line') await runLine(session, entry.text, 5_000);
  else if (entry.kind === 'write') session.files.write(entry.path, bytes(entry.content));
  else if (entry.kind === 'remove') session.files.remove(entry.path);
  else if (entry.kind === 'mkdir') session.files.mkdir(entry.path);
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
