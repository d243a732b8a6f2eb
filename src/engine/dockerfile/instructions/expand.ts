import type { ArgDeclaration, KeyValue, SourcesAndDestination, StageInstruction } from './types.ts';

/** Turns one word of an instruction into text; may throw. */
export type Expander = (word: string) => string;

function expandPairs(pairs: readonly KeyValue[], expand: Expander): KeyValue[] {
  return pairs.map(({ key, value, legacy }) => ({ key: expand(key), value: expand(value), legacy }));
}

function expandArg(arg: ArgDeclaration, expand: Expander): ArgDeclaration {
  const key = expand(arg.key);
  return arg.value === undefined ? { ...arg, key } : { ...arg, key, value: expand(arg.value) };
}

function expandPaths<T extends SourcesAndDestination>(instruction: T, expand: Expander): T {
  const sources = instruction.sources.map(expand);
  return { ...instruction, sources, destination: expand(instruction.destination) };
}

/**
 * The instruction with its words expanded, in BuildKit's order. ENV and LABEL: keys and values. ADD and COPY: --chown, --chmod, --checksum, paths. ARG,
 * USER, VOLUME, STOPSIGNAL, WORKDIR: everything. The others come back as they are: RUN expands its mounts with `parseMount`, EXPOSE expands into several words
 * and needs `expandWord`, the rest takes no variables. The bodies of here-documents are `expandInlineSources`.
 */
export function expandInstruction<T extends StageInstruction>(instruction: T, expand: Expander): T;
export function expandInstruction(instruction: StageInstruction, expand: Expander): StageInstruction {
  switch (instruction.kind) {
    case 'ENV':
    case 'LABEL':
      return { ...instruction, pairs: expandPairs(instruction.pairs, expand) };
    case 'ADD': {
      const flags = { chown: expand(instruction.chown), chmod: expand(instruction.chmod), checksum: expand(instruction.checksum) };
      return expandPaths({ ...instruction, ...flags }, expand);
    }
    case 'COPY': {
      const flags = { chown: expand(instruction.chown), chmod: expand(instruction.chmod) };
      return expandPaths({ ...instruction, ...flags }, expand);
    }
    case 'ARG':
      return { ...instruction, args: instruction.args.map((arg) => expandArg(arg, expand)) };
    case 'USER':
      return { ...instruction, user: expand(instruction.user) };
    case 'VOLUME':
      return { ...instruction, volumes: instruction.volumes.map(expand) };
    case 'STOPSIGNAL':
      return { ...instruction, signal: expand(instruction.signal) };
    case 'WORKDIR':
      return { ...instruction, path: expand(instruction.path) };
    default:
      return instruction;
  }
}

/** ADD and COPY with the bodies of unquoted here-documents expanded; give it an expander with `ignoreQuotes` and the escape `\`. */
export function expandInlineSources<T extends SourcesAndDestination>(instruction: T, expand: Expander): T {
  return { ...instruction, inline: instruction.inline.map((file) => (file.expand ? { ...file, data: expand(file.data) } : file)) };
}
