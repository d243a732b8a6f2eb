// A machine in a few lines, for tests of the session and for looking at components. It knows no Docker and is never shipped.
import type { ClockState, EngineSession, EngineSessionFactory, FileInfo, Job, Slice } from '../engine-session.ts';
import type { ImageView, LabView } from '../view/index.ts';
import { cow } from '../../stack/testdata/views.ts';

interface State {
  files: Record<string, string>;
  images: ImageView[];
  cwd: string;
  clock: number;
}

function session(state: State): EngineSession {
  const at = (path: string) => (path.startsWith('/') ? path : `${state.cwd}/${path}`);
  const job = (step: (input: { signal?: string; stdin: string; eof: boolean }) => Slice): Job => {
    const input: { signal?: string; stdin: string; eof: boolean } = { stdin: '', eof: false };
    let last: Slice | undefined;
    return {
      step: () => {
        if (last?.done) return { output: '', done: last.done };
        last = step(input);
        return last;
      },
      signal: (name) => {
        input.signal = name;
      },
      stdin: (text) => {
        input.stdin += text;
      },
      eof: () => {
        input.eof = true;
      },
    };
  };
  let mode: ClockState['mode'] = 'run';
  let left = 0;
  const ended = (output: string, exit = 0): Job => job(() => ({ output, done: { exit } }));
  return {
    files: {
      list: (dir) => {
        const names = new Map<string, FileInfo>();
        for (const [path, text] of Object.entries(state.files)) {
          if (!path.startsWith(`${dir}/`)) continue;
          const [name = '', ...rest] = path.slice(dir.length + 1).split('/');
          names.set(name, { name, kind: rest.length > 0 ? 'dir' : 'file', size: text.length });
        }
        return [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
      },
      read: (path) => {
        const text = state.files[at(path)];
        if (text === undefined) throw new Error(`${path}: no such file`);
        return new TextEncoder().encode(text);
      },
      write: (path, content) => {
        state.files[at(path)] = new TextDecoder().decode(content);
      },
      remove: (path) => {
        delete state.files[at(path)];
      },
      mkdir: () => {},
    },
    prompt: () => `${state.cwd} $ `,
    cwd: () => state.cwd,
    chdir: (dir) => {
      state.cwd = dir;
    },
    start: (line) => {
      const [name = '', ...args] = line.trim().split(/\s+/);
      if (name === 'echo') return ended(`${args.join(' ')}\n`);
      if (name === 'false') return ended('', 1);
      if (name === 'loop') return job(({ signal }) => (signal ? { output: '', done: { exit: 130 } } : { output: '' }));
      if (name === 'yes') return job(({ signal }) => (signal ? { output: '', done: { exit: 130 } } : { output: 'y\n'.repeat(5000) }));
      if (name === 'sleep') {
        let slept = false;
        return job(({ signal }) => {
          if (signal) return { output: '', done: { exit: 130 } };
          if (slept) return { output: '', done: { exit: 0 } };
          slept = true;
          return { output: '', waits: { ms: Number(args[0]) } };
        });
      }
      if (name === 'cat')
        return job((input) => {
          if (input.signal) return { output: '', done: { exit: 130 } };
          const output = input.stdin;
          input.stdin = '';
          return input.eof ? { output, done: { exit: 0 } } : { output, waits: 'stdin' };
        });
      if (name === 'make') {
        const image = { ...cow, id: `sha256:${String(state.images.length).padStart(64, '0')}`, tags: [args[0] ?? 'made:1'], created: ++state.clock };
        state.images = [image, ...state.images];
        return ended('made\n');
      }
      if (name === '' || name === 'docker') return ended('');
      return ended(`${name}: not found\n`, 127);
    },
    complete: async (line, cursor) => ({ candidates: ['echo', 'loop'].filter((one) => one.startsWith(line.slice(0, cursor))), from: 0, to: cursor }),
    resize: () => {},
    clock: () => ({ now: state.clock, mode, jumping: left > 0 }),
    setClock: (order) => {
      if (order.do === 'run' || order.do === 'pause') mode = order.do;
      else left = order.do === 'jump' ? left + order.seconds : order.do === 'step' ? 1 : 0;
    },
    tick: () => {
      if (left <= 0) return { output: '', changed: false };
      left--;
      state.clock++;
      return { output: '', changed: left === 0, ...(left > 0 ? { waits: 'more' as const } : {}) };
    },
    view: (): LabView => ({
      now: state.clock,
      machines: [
        {
          name: 'strata',
          profile: 'graphdriver',
          images: state.images,
          containers: [],
          run: { containers: [] },
          store: { kind: 'graph', images: [], layers: [], containers: [], onDisk: 0, cache: { items: 0, size: 0 }, volumes: [], networks: [] },
        },
      ],
      terminals: [{ id: 0, machine: 'strata', cwd: state.cwd, prompt: `${state.cwd} $ ` }],
    }),
    query: () => Promise.reject(new Error('nothing is known')),
    facts: () => ({
      images: state.images.map((image) => ({
        id: image.id,
        refs: image.tags,
        size: image.size,
        layers: [],
        history: [],
        config: {},
        stat: () => undefined,
        text: () => undefined,
      })),
      containers: [],
    }),
    save: () => JSON.stringify(state),
  };
}

export const fakeEngine: EngineSessionFactory = {
  create: () => session({ files: {}, images: [], cwd: '/', clock: 0 }),
  restore: async (saved) => session(JSON.parse(saved) as State),
};
