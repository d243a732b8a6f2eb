// What the recordings cover: for every command and flag of Docker's client, and every Dockerfile instruction and flag, how many
// recorded cases use it. The commands are those that really ran, after the shell was done with them; instructions are read in the case's files.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { simulatedPaths } from '../../src/cli/docker/registry.ts';
import { parse } from '../../src/cli/flags/index.ts';
import { allSpecs, type CommandSpec, route } from '../../src/cli/help/index.ts';

export interface Row {
  readonly name: string;
  readonly cases: number;
}
export interface InstructionRow extends Row {
  readonly flags: readonly Row[];
}
/** A command under the name people type most, with its other spellings. */
export interface CommandRow extends InstructionRow {
  readonly also: readonly string[];
  readonly simulated: boolean;
}
export interface LedgerData {
  readonly cases: {
    readonly all: number;
    readonly classic: number;
    readonly buildkit: number;
    readonly containerd: number;
    readonly bridge: number;
  };
  readonly commands: readonly CommandRow[];
  readonly instructions: readonly InstructionRow[];
}

const INSTRUCTION_FLAGS: Readonly<Record<string, readonly string[]>> = {
  ADD: ['chmod', 'chown', 'checksum', 'exclude', 'keep-git-dir', 'link', 'unpack'],
  ARG: [],
  CMD: [],
  COPY: ['chmod', 'chown', 'exclude', 'from', 'link', 'parents'],
  ENTRYPOINT: [],
  ENV: [],
  EXPOSE: [],
  FROM: ['platform'],
  HEALTHCHECK: ['interval', 'retries', 'start-interval', 'start-period', 'timeout'],
  LABEL: [],
  MAINTAINER: [],
  ONBUILD: [],
  RUN: ['mount', 'network', 'security'],
  SHELL: [],
  STOPSIGNAL: [],
  USER: [],
  VOLUME: [],
  WORKDIR: [],
};

export type CaseKind = 'classic' | 'buildkit' | 'containerd' | 'bridge';

/** Collects what cases use. */
export class Ledger {
  readonly #uses = new Map<string, number>();
  readonly #kinds = new Map<CaseKind, number>();
  #seen = new Set<string>();

  /** Begins a case; what follows counts for it once. */
  begin(dir: string, kind: CaseKind): void {
    this.#seen = new Set();
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    for (const text of textsOf(dir)) this.#dockerfile(text);
  }

  /** The words after `docker` of one command that ran. */
  command(argv: readonly string[], builder: 'buildx' | 'classic'): void {
    const found = route(argv, builder);
    if (found.kind !== 'command') return;
    const path = keyOf(found.spec);
    this.#use(`command ${path}`);
    const parsed = parse(found.spec, found.argv);
    if (parsed.kind === 'run') for (const flag of parsed.flags.given()) this.#use(`flag ${path} --${flag}`);
  }

  #dockerfile(text: string): void {
    for (const line of text.split('\n')) {
      const [, inner] = /^\s*(?:ONBUILD\s+)?([A-Z]+\s.*)$/.exec(line) ?? [];
      const name = (inner ?? '').split(/\s/, 1)[0]!;
      const flags = INSTRUCTION_FLAGS[name];
      if (inner === undefined || flags === undefined) continue;
      this.#use(`instruction ${name}`);
      if (/^\s*ONBUILD\s/.test(line)) this.#use('instruction ONBUILD');
      for (const [, flag] of inner.matchAll(/\s--([a-z-]+)(?==|\s|$)/g)) if (flags.includes(flag!)) this.#use(`option ${name} --${flag}`);
    }
  }

  #use(what: string): void {
    if (this.#seen.has(what)) return;
    this.#seen.add(what);
    this.#uses.set(what, (this.#uses.get(what) ?? 0) + 1);
  }

  async data(): Promise<LedgerData> {
    const count = (what: string): number => this.#uses.get(what) ?? 0;
    const kinds = { classic: 0, buildkit: 0, containerd: 0, bridge: 0, ...Object.fromEntries(this.#kinds) };
    const simulated = await simulatedPaths();
    const specs = new Map<string, CommandSpec[]>();
    for (const spec of allSpecs())
      if (spec.path.length > 0 && spec.sections.length === 0) specs.set(keyOf(spec), [...(specs.get(keyOf(spec)) ?? []), spec]);
    return {
      cases: { all: [...this.#kinds.values()].reduce((sum, n) => sum + n, 0), ...kinds },
      commands: [...specs]
        .map(([key, same]) => {
          const spellings = key.split(', ').map((name) => name.replace(/^docker /, ''));
          const name = [...spellings].sort((a, b) => Number(isLetter(a)) - Number(isLetter(b)) || a.length - b.length)[0]!;
          const flags = same[0]!.flags.filter((flag) => !flag.hidden && flag.name !== 'help');
          return {
            name,
            also: spellings.filter((other) => other !== name),
            simulated: same.some((spec) => simulated.has(spec.path.join(' '))),
            cases: count(`command ${key}`),
            flags: flags.map((flag) => ({ name: flag.name, cases: count(`flag ${key} --${flag.name}`) })),
          };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      instructions: Object.entries(INSTRUCTION_FLAGS).map(([name, flags]) => ({
        name,
        cases: count(`instruction ${name}`),
        flags: flags.map((flag) => ({ name: flag, cases: count(`option ${name} --${flag}`) })),
      })),
    };
  }
}

/** `buildx f`: nobody looks for a command under one letter. */
const isLetter = (spelling: string): boolean => / .$/.test(spelling);

/** Equal for the paths that lead to one command. */
const keyOf = ({ aliases, commandPath }: CommandSpec): string => (aliases.length > 0 ? aliases.join(', ') : commandPath);

/** The script of a case and its files that are Dockerfiles by their names. */
function textsOf(dir: string): string[] {
  const texts = [readFileSync(`${dir}/script.sh`, 'utf8')];
  const walk = (path: string): void => {
    for (const name of readdirSync(path)) {
      const inner = `${path}/${name}`;
      if (statSync(inner).isDirectory()) walk(inner);
      else if (/dockerfile/i.test(name) && !name.endsWith('.dockerignore')) texts.push(readFileSync(inner, 'utf8'));
    }
  };
  if (existsSync(`${dir}/files`)) walk(`${dir}/files`);
  return texts;
}
