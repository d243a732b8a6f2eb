// Drives one EngineSession by the page's messages: slices of work, waiting, output no faster than it is drawn, grading after every command.
// Knows the session's port and the grader. Refuses to know the engine, real workers and timers: those come through HostPort.
import type { ExerciseGoals, Snapshot, Verdict } from '../../grader/index.ts';
import { emptyMachine } from '../../grader/input/index.ts';
import type { EngineSession, EngineSessionFactory, Visit } from './engine-session.ts';
import type { Message, Replies, Request, RequestType, Standing } from './protocol.ts';
import { type Reason, Refusal, reasonOf } from './refusal/index.ts';
import { begin, machinesOf } from './start.ts';
import type { TimelinePoint } from './timeline.ts';
import { packView } from './view/packed.ts';

export interface HostPort {
  post(message: Message): void;
  /** Resolves after waiting messages have been received. */
  turn(): Promise<void>;
  /** Resolves after `ms`, or earlier when `wake` settles. */
  sleep(ms: number, wake: Promise<void>): Promise<void>;
  /** The bytes of an upload; rejects when the device does not have them any more. */
  blob(digest: string): Promise<Uint8Array>;
}

/** Milliseconds of work before the worker listens again: well under what a person notices. */
const slice = 12;
/** Milliseconds after which the clock is looked at again in any case. */
const longestSleep = 60_000;
/** Characters of output the page may not yet have drawn before everything is held back. */
const unreadLimit = 40_000;
/** Milliseconds that running commands get to end before the machines are brought elsewhere. */
const patience = 1500;

type Open = Extract<Request, { type: 'open' }>;
type Waiting = 'stdin' | 'clock' | 'nothing';

export function hostEngine(factory: EngineSessionFactory, port: HostPort): (request: Request) => void {
  let session: EngineSession | undefined;
  let opened: Open | undefined;
  /** The grader, which is fetched with the first exercise: a lab without goals does not need it. */
  let grading: typeof import('./grading.ts') | undefined;
  /** The facts at the start, and what was graded at each point. */
  let before: Snapshot = emptyMachine;
  let verdicts = new Map<number, Verdict>();
  let sent = new Set<string>();
  /** The machines of a solved exercise, to be looked at. */
  let goal: EngineSession | undefined;
  let unread = 0;
  /** How the goals stand while a command is at work: what has changed is its doing, not that of the command before. */
  let underway: Verdict | undefined;
  /** Set while the machines are being brought somewhere else: nothing is driven then. */
  let away = false;
  const waiting = new Map<number, Waiting>();
  const busy = new Set<number>();
  let wake = () => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });

  const live = (): EngineSession => {
    if (!session) throw new Refusal('machine.closed');
    return session;
  };
  const exercise = (): ExerciseGoals | undefined => opened?.exercise;

  const view = () => packView(live().view(), sent);
  const verdict = () => {
    const found = underway ?? verdicts.get(live().timeline().head);
    return found ? { verdict: found } : {};
  };
  const state = () => ({ view: view(), ...verdict() });
  const standing = (): Standing => {
    sent = new Set();
    return { ...state(), timeline: live().timeline(), turns: live().turns() };
  };

  /** Grades a point; what was met before is known from the point before it. */
  const judge = (point: TimelinePoint, at: EngineSession): void => {
    const goals = exercise();
    underway = undefined;
    if (!goals || !grading) return;
    const previous = point.parent === undefined ? undefined : verdicts.get(point.parent);
    const turns = at.turns().filter(({ number }) => number <= point.number);
    const input = { before, after: at.facts(), turns };
    verdicts.set(point.number, grading.grade({ exercise: goals, input, ...(previous ? { previous } : {}) }));
  };
  const pointOf = (number: number): TimelinePoint | undefined =>
    live()
      .timeline()
      .points.find((point) => point.number === number);
  const judgeHead = (): void => {
    const { head } = live().timeline();
    const point = pointOf(head);
    if (point) judge(point, live());
  };
  /** A point that has just been reached by replay; the start as it was made is what goals compare with. */
  const reached = (point: TimelinePoint, at: EngineSession): void => {
    if (point.kind === 'start') before = at.facts();
    judge(point, at);
  };
  const judgeUnderway = (): void => {
    const goals = exercise();
    if (!goals || !grading) return;
    const { head, points } = live().timeline();
    const [previous, turn] = [verdicts.get(head), (points.at(-1)?.number ?? 0) + 1];
    const input = { before, after: live().facts(), turns: live().turns() };
    underway = grading.grade({ exercise: goals, input, turn, ...(previous ? { previous } : {}) });
  };
  const tellPoints = (points: readonly TimelinePoint[]): void => port.post({ type: 'timeline', points, head: live().timeline().head });

  const fresh = async (open: Open) => {
    session = factory.create(machinesOf(open.start), port.blob);
    await begin(session, open.start);
    verdicts = new Map();
    before = session.facts();
    judgeHead();
  };

  const openSession = async (request: Open): Promise<Replies['open']> => {
    opened = request;
    verdicts = new Map();
    away = true;
    if (request.exercise) grading ??= await import('./grading.ts');
    let how: Replies['open']['how'] = 'fresh';
    let trouble: Reason | undefined;
    if (request.saved !== undefined && request.saved !== '') {
      try {
        session = await factory.restore(request.saved, { blob: port.blob, passed: reached });
        how = 'restored';
      } catch (error) {
        trouble = reasonOf(error);
      }
    }
    if (how === 'fresh') await fresh(request);
    away = false;
    void drive();
    return { ...standing(), how, ...(trouble === undefined ? {} : { trouble }) };
  };

  /** Counts drivers: the newest goes on, others end. */
  let driving = 0;
  /** Lets everything go on, slice by slice, as long as there is anything to do; sleeps in between and wakes for every request. */
  const drive = async (): Promise<void> => {
    const mine = ++driving;
    while (mine === driving && session !== undefined && !away) {
      const asleep = rest();
      const jumped = session.clock().jumping;
      const { outputs, ended, changed, waits } = session.pump(slice);
      for (const { terminal, text } of outputs) {
        unread += text.length;
        port.post({ type: 'output', terminal, text });
      }
      if (jumped) port.post({ type: 'clock', clock: session.clock() });
      if (ended.length > 0 || changed || (jumped && !session.clock().jumping)) {
        const points = ended.flatMap(({ number }) => pointOf(number) ?? []);
        for (const point of points) judge(point, session);
        if (ended.length === 0) busy.size > 0 ? judgeUnderway() : judgeHead();
        else tellPoints(points);
        port.post({ type: 'state', ...state() });
        for (const turn of ended) {
          busy.delete(turn.terminal);
          wait(turn.terminal, 'nothing');
          port.post({ type: 'ended', turn });
        }
      }
      for (const terminal of busy) wait(terminal, waits === 'more' ? 'nothing' : stillWaits(terminal, waits));
      if (unread > unreadLimit || waits === undefined) await asleep;
      else if (waits === 'more') await port.turn();
      else if ('loading' in waits) await waits.loading;
      else await port.sleep(Math.min(waits.ms, longestSleep), asleep);
    }
  };
  const stillWaits = (terminal: number, waits: ReturnType<EngineSession['pump']>['waits']): Waiting => {
    if (live().wantsInput(terminal) || waits === undefined) return 'stdin';
    return waits !== 'more' && 'loading' in waits ? 'nothing' : 'clock';
  };
  const wait = (terminal: number, what: Waiting): void => {
    if ((waiting.get(terminal) ?? 'nothing') === what) return;
    waiting.set(terminal, what);
    port.post({ type: 'waiting', terminal, for: what });
  };
  /** After a request that gives the machines something to do. */
  const stir = <T>(value: T): T => {
    void port.turn().then(() => wake());
    return value;
  };

  const exec = ({ terminal, line }: Extract<Request, { type: 'exec' }>): Record<never, never> => {
    if (busy.has(terminal)) throw new Refusal('machine.busy');
    sealed();
    live().start(terminal, line);
    busy.add(terminal);
    wake();
    return {};
  };

  /** What was edited since the last command becomes a point of its own. */
  const sealed = (): void => {
    const point = live().seal();
    if (!point) return;
    judge(point, live());
    tellPoints([point]);
  };
  const edited = (): Record<never, never> => {
    if (busy.size === 0) sealed();
    port.post({ type: 'state', ...state() });
    return {};
  };

  const go = async (to: number | 'undo' | 'redo'): Promise<Replies['go']> => {
    for (const terminal of busy) live().signal(terminal, 'INT');
    wake();
    for (const until = performance.now() + patience; busy.size > 0 && performance.now() < until; ) await port.turn();
    if (busy.size > 0) throw new Refusal('machine.running');
    const target = to === 'undo' ? live().undoTo() : to === 'redo' ? live().redoTo() : to;
    if (target !== undefined) {
      away = true;
      wake();
      try {
        await live().go(target, (point) => reached(point, live()));
      } finally {
        away = false;
        void drive();
      }
    }
    if (!verdicts.has(live().timeline().head)) judgeHead();
    return standing();
  };

  const ahead = <T>(find: (grading: typeof import('./grading.ts'), open: Open, goals: ExerciseGoals) => T): T => {
    const goals = exercise();
    if (opened === undefined || goals === undefined || grading === undefined) throw new Refusal('machine.exercise');
    return find(grading, opened, goals);
  };
  const files = (request: Extract<Request, { machine?: string }>) => live().files(request.machine);

  const answer = (request: Request): Replies[RequestType] | Promise<Replies[RequestType]> => {
    switch (request.type) {
      case 'open':
        return openSession(request);
      case 'exec':
        return exec(request);
      case 'signal':
        live().signal(request.terminal, request.name);
        unread = 0;
        return stir({ stopped: busy.has(request.terminal) });
      case 'stdin':
        live().stdin(request.terminal, request.text);
        return stir({});
      case 'eof':
        live().eof(request.terminal);
        return stir({});
      case 'ack':
        unread = Math.max(0, unread - request.chars);
        if (unread <= unreadLimit) wake();
        return {};
      case 'resize':
        session?.resize(request.terminal, request.columns, request.rows);
        return {};
      case 'clock':
        live().setClock(request.order);
        // The answer goes first: what the jump does is told after it.
        return stir({ clock: live().clock() });
      case 'visit':
        return new Promise((resolve, reject) => {
          live()
            .visit(request.request, (visit: Visit) => resolve({ visit }))
            .then(() => wake(), reject);
        });
      case 'complete':
        return live().complete(request.terminal, request.line, request.cursor);
      case 'terminal.open': {
        const terminal = live().openTerminal(request.machine);
        port.post({ type: 'state', ...state() });
        return stir({ terminal });
      }
      case 'terminal.close':
        live().closeTerminal(request.terminal);
        busy.delete(request.terminal);
        port.post({ type: 'state', ...state() });
        return stir({});
      case 'files.list':
        return { entries: files(request).list(request.dir) };
      case 'files.read': {
        const bytes = files(request).read(request.path);
        const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
        const binary = text.includes('\0') || text.includes('\uFFFD');
        return { content: binary ? '' : text, binary, size: bytes.length };
      }
      case 'files.bytes':
        return { bytes: files(request).read(request.path) };
      case 'files.write': {
        const { content } = request;
        files(request).write(request.path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
        return edited();
      }
      case 'files.upload':
        live().upload(request.path, request.content, request.blob, request.machine);
        return edited();
      case 'files.remove':
        files(request).remove(request.path);
        return edited();
      case 'files.rename':
        files(request).rename(request.path, request.to);
        return edited();
      case 'files.mkdir':
        files(request).mkdir(request.path);
        return edited();
      case 'distance':
        return ahead(({ distance, judgeOf }, { start }, goals) => distance(live(), request.ways, start.cwd, judgeOf(goals, before)));
      case 'solved':
        return ahead(async (_, { start }, goals) => {
          const { solved } = await import('./goal.ts');
          const { session, subjects } = await solved(live(), start.cwd, goals, request.way);
          goal = session;
          return { view: packView(session.view(), new Set()), subjects };
        });
      case 'query':
        return (request.of === 'solved' && goal ? goal : live())
          .query(request.question, request.point)
          .then((value) => ({ answer: value }));
      case 'look':
        return live()
          .look(request.point)
          .then((found) => ({ view: packView(found, sent) }));
      case 'go':
        return go(request.point);
      case 'name':
        live().namePoint(request.point, request.name);
        tellPoints([pointOf(request.point)].flatMap((point) => point ?? []));
        return {};
      case 'compare':
        return live()
          .compare(request.a, request.b)
          .then((differences) => ({ differences }));
      case 'save':
        return { text: live().save() };
    }
  };

  return (request) => {
    void (async () => {
      try {
        port.post({ type: 'reply', id: request.id, value: await answer(request) });
      } catch (error) {
        port.post({ type: 'failure', id: request.id, ...reasonOf(error) });
      }
    })();
  };
}
