import { checkChmod, DockerfileError, type StageInstruction, sourceKind } from '../../dockerfile/index.ts';
import { ROOT, Tree, TreeEdit, textBody } from '../../tree/index.ts';
import { cleanAbsolute } from '../files/scratch-tree.ts';
import { hasWildcards } from '../files/wildcard.ts';
import { SolveError } from './error.ts';
import type { LinkedInstruction, StageState } from './stage-state.ts';
import type { CopyAction, Source } from './vertex.ts';

type CopyInstruction = Extract<StageInstruction, { kind: 'COPY' | 'ADD' }>;

const refuse = (message: string): never => {
  throw new DockerfileError('instruction', message);
};

/** What a COPY or ADD copies, and its row in the history. Throws DockerfileError. Source: buildkit dockerfile2llb/convert_copy.go. */
export function copyActions(
  state: StageState,
  i: CopyInstruction,
  linked: LinkedInstruction,
  name: string,
): { actions: CopyAction[]; history: string } {
  const isAdd = i.kind === 'ADD';
  const dest = destination(state.workdir, i.destination);
  const chmod = chmodOf(i.chmod);
  const parents = i.kind === 'COPY' && i.parents;
  const common = { kind: 'copy', dest, chown: i.chown, chmod, excludes: i.excludes } as const;
  const from = sourceOf(state, i, linked);
  const actions: CopyAction[] = [];
  for (const source of i.sources) {
    const kind = sourceKind(source);
    if (kind === 'http' && isAdd) {
      const from = { kind: 'http', url: source, name, checksum: i.kind === 'ADD' ? i.checksum : '' } as const;
      const unpack = i.kind === 'ADD' && i.unpack === true;
      actions.push({ ...common, from, src: '/', followLinks: false, wildcards: false, unpack, includes: [], required: [] });
      continue;
    }
    if (kind !== 'local') throw remote(source, isAdd);
    const { src, includes, required } = parents ? withParents(source) : { src: cleanAbsolute(source), includes: [], required: [] };
    const unpack = i.kind === 'ADD' ? (i.unpack ?? true) : false;
    actions.push({ ...common, from, src, followLinks: true, wildcards: true, unpack, includes, required });
  }
  for (const { path, data } of i.inline) {
    const tree = inlineTree(path, data);
    actions.push({
      ...common,
      from: { kind: 'tree', tree },
      src: `/${path}`,
      followLinks: false,
      wildcards: false,
      unpack: false,
      includes: [],
      required: [],
    });
  }
  const flags = `${parents ? ' --parents' : ''}${i.chown === '' ? '' : ` --chown=${i.chown}`}${i.chmod === '' ? '' : ` --chmod=${i.chmod}`}`;
  const words = [...i.sources, ...i.inline.map(({ path }) => `<<${path}`), i.destination];
  return { actions, history: `${i.kind}${flags} ${words.join(' ')}` };
}

function sourceOf(state: StageState, i: CopyInstruction, linked: LinkedInstruction): Source {
  const [stage] = linked.sources;
  if (stage === undefined) return { kind: 'context' };
  if (!stage.done)
    refuse(`cannot copy from stage "${i.kind === 'COPY' ? i.from : ''}", it needs to be defined before current stage "${state.label}"`);
  return { kind: 'vertex', vertex: stage.vertex };
}

/** Absolute and clean; a trailing slash stays. */
function destination(workdir: string, dest: string): string {
  const given = dest === '' || dest === '.' ? './' : dest;
  const path = cleanAbsolute(given.startsWith('/') ? given : `${workdir}/${given}`);
  return given.endsWith('/') && path !== '/' ? `${path}/` : path;
}

function chmodOf(text: string): number | string | undefined {
  if (text === '') return undefined;
  checkChmod(text);
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : text;
}

/** `--parents`: everything in front of `/./` is the root, the rest a pattern below it. */
function withParents(source: string): { src: string; includes: string[]; required: string[] } {
  const pivot = source.indexOf('/./');
  const src = pivot < 0 ? '/' : source.slice(0, pivot);
  const pattern = cleanAbsolute(pivot < 0 ? source : source.slice(pivot + 3));
  const required = hasWildcards(src) || hasWildcards(pattern) ? [] : [cleanAbsolute(`${src}/${pattern}`)];
  return { src: cleanAbsolute(src), includes: [pattern.slice(1)], required };
}

function inlineTree(path: string, data: string): Tree {
  const edit = new TreeEdit(Tree.empty());
  edit.create(ROOT, path, { kind: 'file', body: textBody(data), mode: 0o644, uid: 0, gid: 0, mtime: 0 });
  return edit.tree();
}

function remote(source: string, isAdd: boolean): Error {
  const http = sourceKind(source) === 'http';
  if (!isAdd) return new DockerfileError('instruction', http ? "source can't be a URL for COPY" : "source can't be a git ref for COPY");
  const host = /^[a-z]+:\/\/([^/:]*)/.exec(source)?.[1] ?? /@([^:]*):/.exec(source)?.[1] ?? source;
  return new SolveError(
    `failed to load cache key: failed to fetch remote ${source}: git stderr:\nfatal: unable to access '${source}': Could not resolve host: ${host}\n: exit status 128`,
  );
}
