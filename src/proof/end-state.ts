// Whether two ways end in the same: images, containers, volumes and files, told without ids and times, which differ by themselves.

import type { Snapshot } from '../grader/index.ts';
import type { EngineSession } from '../ui/session/index.ts';

/** One entry for every thing there is, by what it is called; equal texts mean equal things. */
export type EndState = ReadonlyMap<string, string>;

/** What depends on the moment, or is memory of the way and not its end. */
const passing =
  /^(id|digest|digests|created|createdAt|started|startedAt|finished|finishedAt|time|at|pid|ips?|mac|address|builds|cacheRecords|runs|visits|duration|took|restarted|stoppedWithin|ms|number|chainID|diffID|parent|machines|history|requests|transfers|pushes|pulls|memory)$/i;
const digest = /(?:sha256:)?\b[0-9a-f]{12,64}\b/g;

/** `seen`: the facts; `session`: to read files of the directory that the learner stands in; `pushed`: references to ask registries for. */
export function endState(seen: Snapshot, session: EngineSession, cwd: string, pushed: readonly string[]): EndState {
  const out = new Map<string, string>();
  for (const reference of pushed) out.set(`pushed ${reference}`, told(seen.registries.manifest(reference)?.platforms ?? null));
  const { machines } = seen;
  for (const [name, facts] of machines && machines.size > 0 ? machines : new Map([['', seen]])) add(out, name, facts);
  for (const [path, text] of filesBelow(session, cwd)) out.set(`file ${path}`, text);
  return out;
}

function add(out: Map<string, string>, machine: string, facts: object): void {
  for (const [kind, list] of Object.entries(facts)) {
    if (passing.test(kind) || kind === 'host') continue;
    if (!Array.isArray(list)) {
      if (typeof list !== 'function') out.set(`${machine} ${kind}`, told(list));
      continue;
    }
    for (const one of list as readonly Record<string, unknown>[]) {
      const names = (one.refs as readonly string[] | undefined) ?? [String(one.name ?? '')];
      const text = told(one);
      // An image without a name, or one more of the same, is told by its content.
      for (const name of names.length > 0 ? names : [`none ${text}`]) out.set(`${machine} ${kind} ${name}`, text);
    }
  }
}

/** Every thing of `a` is in `b`, as it is in `a`: what `b` has beyond it is tolerated, as extras are everywhere in the course. */
export const isWithin = (a: EndState, b: EndState): boolean => [...a].every(([name, text]) => b.get(name) === text);

function told(value: unknown): string {
  return JSON.stringify(value, (key, one: unknown) => {
    if (passing.test(key)) return undefined;
    if (key === 'refs' || key === 'name') return undefined;
    if (typeof one === 'function') return key === 'entries' ? (one as () => unknown)() : undefined;
    if (one instanceof Map) return Object.fromEntries(one);
    if (typeof one === 'string') return one.replace(digest, '#');
    return one;
  }).replace(digest, '#');
}

/** Files of the directory, with what is in them; not those that hold times or digests, such as archives. */
function filesBelow(session: EngineSession, dir: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  const files = session.files();
  const walk = (at: string, depth: number) => {
    for (const { name, kind, size } of files.list(at)) {
      const path = `${at}/${name}`;
      if (name.startsWith('.docker') || name.startsWith('.ash_history')) continue;
      if (kind === 'dir' && depth < 6) walk(path, depth + 1);
      else if (kind === 'file') {
        const text = size > 65_536 ? 'large' : new TextDecoder().decode(files.read(path)).replace(digest, '#');
        // A recipe is what was changed; what counts is what came of it.
        if (!/^FROM\s/im.test(text)) out.set(path, text);
      } else out.set(path, kind);
    }
  };
  walk(dir, 0);
  return out;
}
