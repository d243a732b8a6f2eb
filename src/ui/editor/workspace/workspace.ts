// The open files of one lab: tabs, texts, saving. Tree, editor and Build button share it and know nothing of each other.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Session } from '../../session/index.ts';
import { type Doc, edited, fileText, fresh, idOf, isUnsaved, keepMine, type Read, reread, takeTheirs, written } from './doc.ts';
import { filesOf } from './machine-files.ts';
import { recall, remember } from './memory.ts';

export interface Workspace {
  readonly docs: ReadonlySignal<readonly Doc[]>;
  /** Id of the file in front. */
  readonly active: Signal<string | undefined>;
  readonly current: ReadonlySignal<Doc | undefined>;
  /** What the lab's memory is kept under. */
  readonly lab: string;
  open(path: string, machine?: string): void;
  /** Opens a file if nothing was open before. */
  begin(path: string): void;
  close(id: string): void;
  change(id: string, text: string): void;
  /** Resolves with whether everything is on the machine now. */
  save(id: string): Promise<boolean>;
  saveAll(): Promise<boolean>;
  keepMine(id: string): void;
  takeTheirs(id: string): void;
  /** A file or folder has another path now. */
  moved(machine: string, from: string, to: string): void;
  /** A file or folder was deleted by the learner: its tabs close. */
  deleted(machine: string, path: string): void;
}

const known = new WeakMap<Session, Workspace>();

export function workspaceOf(session: Session): Workspace {
  const found = known.get(session);
  if (found) return found;
  const made = createWorkspace(session);
  known.set(session, made);
  return made;
}

const under = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function createWorkspace(session: Session): Workspace {
  // While a page is built there is no place and nothing to remember.
  const live = typeof document !== 'undefined';
  // An exercise's machine has files of its own.
  const lab = live ? `${location.pathname}${session.id.includes('/') ? `#${session.id}` : ''}` : '';
  const docs = signal<readonly Doc[]>([]);
  const active = signal<string | undefined>(undefined);
  const current = computed(() => docs.value.find((doc) => idOf(doc.machine, doc.path) === active.value));
  /** Tabs of an earlier visit: where their file is gone they go too. */
  const restored = new Set<string>();

  const find = (id: string): Doc | undefined => docs.peek().find((doc) => idOf(doc.machine, doc.path) === id);
  const update = (id: string, change: (doc: Doc) => Doc): void => {
    docs.value = docs.peek().map((doc) => (idOf(doc.machine, doc.path) === id ? change(doc) : doc));
  };
  const keep = (): void => remember(lab, { tabs: docs.peek().map(({ machine, path }) => [machine, path]), active: active.peek() ?? '' });

  async function readNow({ machine, path }: Doc): Promise<Read> {
    try {
      return await filesOf(session, machine).read(path);
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      return /no such file|not a directory/i.test(trouble) ? { gone: true } : { trouble };
    }
  }
  async function refresh(doc: Doc): Promise<void> {
    const read = await readNow(doc);
    if ('gone' in read && restored.delete(idOf(doc.machine, doc.path))) {
      close(idOf(doc.machine, doc.path));
      return;
    }
    update(idOf(doc.machine, doc.path), (now) => reread(now, read));
  }

  function open(path: string, machine = session.machine.peek()): void {
    const id = idOf(machine, path);
    if (find(id) === undefined) {
      const doc = fresh(machine, path);
      docs.value = [...docs.peek(), doc];
      if (session.status.peek() === 'ready' || session.status.peek() === 'running') void refresh(doc);
    }
    active.value = id;
    keep();
  }

  function close(id: string): void {
    const at = docs.peek().findIndex((doc) => idOf(doc.machine, doc.path) === id);
    if (at < 0) return;
    docs.value = docs.peek().filter((_, index) => index !== at);
    if (active.peek() === id) {
      const next = docs.peek()[at] ?? docs.peek()[at - 1];
      active.value = next && idOf(next.machine, next.path);
    }
    keep();
  }

  async function save(id: string): Promise<boolean> {
    const doc = find(id);
    if (doc === undefined || !isUnsaved(doc)) return true;
    // A command may have changed the file since it was read; then nothing is written over.
    const now = reread(doc, await readNow(doc));
    if (now.theirs !== undefined) {
      update(id, (one) => ({ ...one, theirs: now.theirs! }));
      return false;
    }
    try {
      await filesOf(session, doc.machine).write(doc.path, fileText(doc));
      update(id, (one) => written(one, doc.text));
      return true;
    } catch (error) {
      update(id, (one) => ({ ...one, trouble: error instanceof Error ? error.message : String(error) }));
      return false;
    }
  }
  async function saveAll(): Promise<boolean> {
    let all = true;
    for (const doc of docs.peek()) {
      // A file that was deleted comes back only when its learner says so.
      if (isUnsaved(doc) && doc.kind === 'text') all = (await save(idOf(doc.machine, doc.path))) && all;
    }
    return all;
  }

  session.onBeforeRun(async () => {
    await saveAll();
  });
  if (live)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void saveAll();
    });
  effect(() => {
    session.filesVersion.value;
    const { value: status } = session.status;
    if (status === 'ready' || status === 'running') for (const doc of docs.peek()) void refresh(doc);
  });

  const kept = recall(lab);
  for (const [machine, path] of kept.tabs ?? []) {
    restored.add(idOf(machine, path));
    open(path, machine);
  }
  if (kept.active && find(kept.active)) active.value = kept.active;

  return {
    docs,
    active,
    current,
    lab,
    open,
    begin: (path) => {
      if (docs.peek().length === 0) open(path);
    },
    close,
    change: (id, text) => update(id, (doc) => edited(doc, text)),
    save,
    saveAll,
    keepMine: (id) => {
      update(id, keepMine);
      void save(id);
    },
    takeTheirs: (id) => update(id, takeTheirs),
    moved: (machine, from, to) => {
      const before = active.peek();
      docs.value = docs.peek().map((doc) => {
        if (doc.machine !== machine || !under(doc.path, from)) return doc;
        const path = to + doc.path.slice(from.length);
        if (before === idOf(machine, doc.path)) active.value = idOf(machine, path);
        return { ...doc, path };
      });
      keep();
    },
    deleted: (machine, path) => {
      for (const doc of docs.peek()) if (doc.machine === machine && under(doc.path, path)) close(idOf(doc.machine, doc.path));
    },
  };
}
