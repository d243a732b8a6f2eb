// The file tree of the chosen machine, live: what is listed, open, in focus, cut, about to go.
import { effect, type Signal, signal, untracked } from '@preact/signals';
import type { Session } from '../../session/index.ts';
import { languageOf } from '../code/language.ts';
import { filesOf } from '../workspace/machine-files.ts';
import { recall, remember } from '../workspace/memory.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { canMove, join, nameOf, parentOf } from './paths.ts';
import { type Listings, type Mark, marksBetween, type Row, rowsOf, startListings, toReveal } from './rows.ts';

/** Something to tell under the tree. `undo`: a deletion that has not happened yet. */
export type Told =
  | { readonly kind: 'deleted'; readonly name: string }
  | { readonly kind: 'moved'; readonly name: string; readonly folder: string }
  | { readonly kind: 'cut'; readonly name: string }
  | { readonly kind: 'trouble'; readonly why: string }
  | { readonly kind: 'uploaded'; readonly count: number }
  | { readonly kind: 'uploading'; readonly done: number; readonly count: number };

/** An entry that is being named: a new one in a folder, or one that gets another name. */
interface Naming {
  readonly kind: 'file' | 'folder' | 'rename';
  /** The folder of a new entry, the path of one that is renamed. */
  readonly at: string;
}

export interface FileTree {
  readonly machine: Signal<string>;
  readonly ready: Signal<boolean>;
  readonly rows: Signal<readonly Row[]>;
  readonly focus: Signal<string | undefined>;
  readonly cut: Signal<string | undefined>;
  readonly marks: Signal<ReadonlyMap<string, Mark>>;
  /** Problems by Dockerfile. */
  readonly counts: Signal<Readonly<Record<string, number>>>;
  readonly naming: Signal<Naming | undefined>;
  readonly told: Signal<Told | undefined>;
  readonly total: Signal<{ readonly folder: string; readonly bytes: number }>;
  toggle(path: string, open?: boolean): void;
  showAll(folder: string): void;
  reveal(path: string): void;
  namesIn(folder: string): ReadonlySet<string>;
  make(kind: 'file' | 'folder', folder: string, name: string): Promise<void>;
  rename(path: string, name: string): Promise<void>;
  move(path: string, folder: string): Promise<void>;
  remove(path: string): void;
  undo(): void;
  /** Stops and starts the time after which a deletion happens. */
  hold(on: boolean): void;
  upload(folder: string, files: readonly { readonly path: string; readonly bytes: () => Promise<Uint8Array> }[]): Promise<void>;
  folderOf(path: string | undefined): string;
  dispose(): void;
}

/** Milliseconds in which a deletion can be undone. */
const GRACE = 6000;

/** What the machine begins with, shown until it is there. */
export interface Start {
  readonly cwd: string;
  readonly files: Readonly<Record<string, string>>;
  readonly bytes: Readonly<Record<string, number>>;
}

export function createTree(session: Session, workspace: Workspace, start: Start | undefined): FileTree {
  const { lab } = workspace;
  const machine = session.machine;
  const ready = signal(false);
  const rows = signal<readonly Row[]>([]);
  const focus = signal<string | undefined>(undefined);
  const cut = signal<string | undefined>(undefined);
  const marks = signal<ReadonlyMap<string, Mark>>(new Map());
  const counts = signal<Readonly<Record<string, number>>>({});
  const naming = signal<Naming | undefined>(undefined);
  const told = signal<Told | undefined>(undefined);
  const total = signal({ folder: '', bytes: 0 });

  let home = '/root';
  const first: Listings = start === undefined ? new Map() : startListings(start.cwd, start.files, start.bytes);
  let listings = first;
  let open = new Set<string>(
    recall(lab).folders?.[machine.peek()] ?? (start === undefined ? [] : [...toReveal(start.cwd, home), start.cwd]),
  );
  let whole = new Set<string>();
  let leaving: { machine: string; path: string; timer: ReturnType<typeof setTimeout> } | undefined;
  let asked = 0;

  const hidden = () => new Set(leaving?.machine === machine.peek() ? [leaving.path] : []);
  const draw = () => {
    rows.value = rowsOf({ home, listings, open, whole, leaving: hidden() });
  };
  const trouble = (error: unknown) => {
    told.value = { kind: 'trouble', why: error instanceof Error ? error.message : String(error) };
  };
  const folderOf = (path: string | undefined): string => {
    const row = rows.peek().find((one) => one.path === path && one.kind === 'entry');
    return row === undefined ? (cwd() ?? home) : row.expanded === undefined ? parentOf(row.path) : row.path;
  };
  const cwd = () => {
    const terminals = session.view.peek()?.terminals ?? [];
    return (terminals.find((one) => one.machine === machine.peek()) ?? terminals[0])?.cwd;
  };

  async function load(marking: boolean): Promise<void> {
    const turn = ++asked;
    const folder = folderOf(focus.peek());
    const dirs = [...new Set([home, ...open])];
    try {
      const { home: found, listings: lists, total: bytes } = await session.query('editor.tree', { dirs, total: folder });
      if (turn !== asked) return;
      home = found;
      const before = listings;
      listings = new Map(lists.flatMap(({ dir, entries }) => (entries === undefined ? [] : [[dir, entries] as const])));
      open = new Set([...open].filter((dir) => listings.has(dir)));
      if (marking && before !== first) marks.value = marksBetween(before, listings);
      total.value = { folder, bytes };
      ready.value = true;
      draw();
      const dockerfiles = [...listings].flatMap(([dir, entries]) =>
        entries.filter(({ name, kind }) => kind === 'file' && languageOf(name) === 'dockerfile').map(({ name }) => join(dir, name)),
      );
      const answer = dockerfiles.length === 0 ? {} : await session.query('editor.counts', { paths: dockerfiles });
      if (turn === asked) counts.value = answer;
    } catch (error) {
      if (session.status.peek() === 'ready') trouble(error);
    }
  }
  const keep = () => remember(lab, { folders: { ...recall(lab).folders, [machine.peek()]: [...open] } });

  if (first.size > 0) draw();

  const stops = [
    effect(() => {
      session.filesVersion.value;
      const { value: status } = session.status;
      if (status === 'ready' || status === 'running') untracked(() => void load(ready.peek()));
    }),
    effect(() => {
      // At an earlier moment the tree is that moment's; what it differs in was not done by a command just now.
      session.looking.value;
      untracked(() => {
        marks.value = new Map();
        if (ready.peek()) void load(false);
      });
    }),
    effect(() => {
      const name = machine.value;
      untracked(() => {
        if (!ready.peek()) return;
        open = new Set(recall(lab).folders?.[name] ?? []);
        whole = new Set();
        listings = new Map();
        marks.value = new Map();
        focus.value = undefined;
        ready.value = false;
        void load(false);
      });
    }),
    effect(() => {
      // The tree follows the shell into another directory.
      const at = session.view.value?.terminals.find((one) => one.machine === session.machine.value)?.cwd;
      if (at !== undefined) untracked(() => reveal(at, true));
    }),
    session.onBeforeRun(async () => {
      if (told.peek()?.kind === 'deleted') told.value = undefined;
      await removeNow();
    }),
  ];

  function reveal(path: string, itself = false): void {
    const above = [...toReveal(path, home), ...(itself && path !== home && path !== '/' ? [path] : [])].filter((dir) => !open.has(dir));
    if (above.length === 0) return;
    open = new Set([...open, ...above]);
    keep();
    if (session.status.peek() === 'ready' || session.status.peek() === 'running') void load(false);
  }

  async function removeNow(): Promise<void> {
    if (leaving === undefined) return;
    const gone = leaving;
    clearTimeout(gone.timer);
    leaving = undefined;
    try {
      await filesOf(session, gone.machine).remove(gone.path);
    } catch (error) {
      trouble(error);
    }
    draw();
  }

  return {
    machine,
    ready,
    rows,
    focus,
    cut,
    marks,
    counts,
    naming,
    told,
    total,
    folderOf,
    toggle: (path, on = !open.has(path)) => {
      open = new Set(on ? [...open, path] : [...open].filter((dir) => dir !== path));
      keep();
      if (on && !listings.has(path)) void load(false);
      else draw();
    },
    showAll: (folder) => {
      whole = new Set([...whole, folder]);
      draw();
    },
    reveal: (path) => reveal(path),
    namesIn: (folder) => new Set(listings.get(folder)?.map(({ name }) => name)),
    make: async (kind, folder, name) => {
      naming.value = undefined;
      const path = join(folder, name);
      try {
        if (kind === 'folder') await filesOf(session, machine.peek()).makeDir(path);
        else await filesOf(session, machine.peek()).write(path, '');
        reveal(path);
        focus.value = path;
        if (kind === 'file') workspace.open(path);
      } catch (error) {
        trouble(error);
      }
    },
    rename: async (path, name) => {
      naming.value = undefined;
      const to = join(parentOf(path), name);
      if (to === path) return;
      try {
        await workspace.saveAll();
        await filesOf(session, machine.peek()).rename(path, to);
        follow(path, to);
      } catch (error) {
        trouble(error);
      }
    },
    move: async (path, folder) => {
      cut.value = undefined;
      if (!canMove(path, folder)) return;
      const to = join(folder, nameOf(path));
      try {
        await workspace.saveAll();
        await filesOf(session, machine.peek()).rename(path, to);
        follow(path, to);
        told.value = { kind: 'moved', name: nameOf(path), folder };
      } catch (error) {
        trouble(error);
      }
    },
    remove: (path) => {
      void removeNow();
      const entries = rows.peek().filter(({ kind }) => kind === 'entry');
      const at = entries.findIndex((row) => row.path === path);
      const next = entries.slice(at + 1).find((row) => !row.path.startsWith(`${path}/`)) ?? entries[at - 1];
      focus.value = next?.path;
      leaving = { machine: machine.peek(), path, timer: setTimeout(finish, GRACE) };
      told.value = { kind: 'deleted', name: nameOf(path) };
      draw();
    },
    undo: () => {
      if (leaving === undefined) return;
      clearTimeout(leaving.timer);
      focus.value = leaving.path;
      leaving = undefined;
      told.value = undefined;
      draw();
    },
    hold: (on) => {
      if (leaving === undefined) return;
      clearTimeout(leaving.timer);
      if (!on) leaving = { ...leaving, timer: setTimeout(finish, GRACE) };
    },
    upload: async (folder, files) => {
      const host = filesOf(session, machine.peek());
      let done = 0;
      try {
        for (const { path, bytes } of files) {
          told.value = { kind: 'uploading', done, count: files.length };
          await host.upload(join(folder, path), await bytes());
          done++;
        }
        told.value = { kind: 'uploaded', count: done };
        const first = files[0];
        if (first) {
          reveal(join(folder, first.path));
          focus.value = join(folder, first.path.split('/')[0] ?? '');
        }
      } catch (error) {
        trouble(error);
      }
    },
    dispose: () => {
      for (const stop of stops) stop();
      void removeNow();
    },
  };

  function finish(): void {
    if (leaving !== undefined) workspace.deleted(leaving.machine, leaving.path);
    if (told.peek()?.kind === 'deleted') told.value = undefined;
    void removeNow();
  }
  function follow(from: string, to: string): void {
    workspace.moved(machine.peek(), from, to);
    open = new Set([...open].map((dir) => (dir === from || dir.startsWith(`${from}/`) ? to + dir.slice(from.length) : dir)));
    keep();
    reveal(to);
    focus.value = to;
  }
}
