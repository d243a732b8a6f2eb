import { records } from './data/index.ts';
import type { CommandRecord } from './record.ts';
import type { CommandSpec } from './spec.ts';

const specs = new Map<string, CommandSpec>();
for (const record of records) specs.set(record.path, expand(record));

const spellings = new Map<string, CommandSpec>();
for (const spec of specs.values())
  for (const alias of spec.aliases) if (!spellings.has(alias)) spellings.set(alias.replace(/^docker /, ''), spec);

/** The command at a path such as `image ls`; `''` is `docker` itself. Throws when there is none: names in code must exist. */
export function spec(path: string): CommandSpec {
  const found = specs.get(path);
  if (!found) throw new Error(`no command "${path}" in the recorded help: please report`);
  return found;
}

/** The command a user means by these words: its own path, or one of its listed spellings (`image list`). */
export function findSpec(words: readonly string[]): CommandSpec | undefined {
  const key = words.join(' ');
  return specs.get(key) ?? spellings.get(key);
}

/** Every command, `docker` included. */
export function allSpecs(): Iterable<CommandSpec> {
  return specs.values();
}

function expand(record: CommandRecord): CommandSpec {
  const base = record.like === undefined ? undefined : spec(record.like);
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
