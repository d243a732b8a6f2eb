import { classicRecords, records } from './data/index.ts';
import type { CommandRecord } from './record.ts';
import type { CommandSpec } from './spec.ts';

/** Which builder `docker build` and `docker builder` belong to: buildx unless DOCKER_BUILDKIT=0. */
export type Builder = 'buildx' | 'classic';

const buildx = expandAll(records, new Map());
const classic = expandAll(classicRecords, new Map([...buildx].filter(([path]) => !path.startsWith('builder'))));
const tables = {
  buildx: { specs: buildx, spellings: spellingsOf(buildx) },
  classic: { specs: classic, spellings: spellingsOf(classic) },
};

/** The command at a path such as `image ls`; `''` is `docker` itself. Throws when there is none: names in code must exist. */
export function spec(path: string, builder: Builder = 'buildx'): CommandSpec {
  const found = tables[builder].specs.get(path);
  if (!found) throw new Error(`no command "${path}" in the recorded help: please report`);
  return found;
}

/** The command a user means by these words: its own path, or one of its listed spellings (`image list`). */
export function findSpec(words: readonly string[], builder: Builder = 'buildx'): CommandSpec | undefined {
  const key = words.join(' ');
  const { specs, spellings } = tables[builder];
  return specs.get(key) ?? spellings.get(key);
}

/** Every command, `docker` included. */
export function allSpecs(builder: Builder = 'buildx'): Iterable<CommandSpec> {
  return tables[builder].specs.values();
}

function expandAll(list: readonly CommandRecord[], into: Map<string, CommandSpec>): ReadonlyMap<string, CommandSpec> {
  for (const record of list) into.set(record.path, expand(record, into));
  return into;
}

function spellingsOf(specs: ReadonlyMap<string, CommandSpec>): ReadonlyMap<string, CommandSpec> {
  const out = new Map<string, CommandSpec>();
  for (const found of specs.values()) {
    const parent = found.path.slice(0, -1);
    const said = parentOf(found.commandPath);
    for (const alias of found.aliases) {
      const last = alias.slice(alias.lastIndexOf(' ') + 1);
      const own = parentOf(alias) === ['docker', ...parent].join(' ');
      if (own || (parent.length > 0 && parentOf(alias) === said)) out.set([...parent, last].join(' '), found);
    }
  }
  return out;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf(' '));
}

function expand(record: CommandRecord, before: ReadonlyMap<string, CommandSpec>): CommandSpec {
  const base = record.like === undefined ? undefined : before.get(record.like);
  const path = record.path === '' ? [] : record.path.split(' ');
  const changed = new Map((base ? (record.flags ?? []) : []).map((f) => [f.name, f]));
  const footer = record.footer ?? base?.footer;
  return {
    path,
    commandPath: record.commandPath ?? ['docker', ...path].join(' '),
    usage: record.usage,
    description: record.description ?? base?.description ?? '',
    aliases: record.aliases ?? base?.aliases ?? [],
    flags: base ? base.flags.map((f) => changed.get(f.name) ?? f) : (record.flags ?? []),
    args: record.args ?? base?.args ?? { kind: 'any' },
    interspersed: record.interspersed ?? base?.interspersed ?? true,
    sections: record.sections ?? base?.sections ?? [],
    nameWidth: record.nameWidth ?? base?.nameWidth ?? 12,
    plugin: record.usage.startsWith('docker buildx'),
    ...(footer === undefined ? {} : { footer }),
  };
}
