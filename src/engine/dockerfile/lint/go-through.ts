import { joinPath } from '../../go/path.ts';
import { quote } from '../../go/quote.ts';
import { DockerfileError } from '../error.ts';
import {
  type AddInstruction,
  type ArgInstruction,
  type CopyInstruction,
  type ExposeInstruction,
  expandInlineSources,
  expandInstruction,
  parseMount,
  type RunInstruction,
  type StageInstruction,
} from '../instructions/index.ts';
import { environmentOfMap, type LexOptions, tryExpandWord } from '../shell/index.ts';
import type { LineRange } from '../span.ts';
import { checkChecksum, checkChmod, checkSignal, parseExposedPort, sourceKind } from '../values/index.ts';
import { setNewest } from './global-args.ts';
import { copyIgnoredFile } from './rules/copy-ignored-file.ts';
import { checkExposeFormat } from './rules/expose-invalid-format.ts';
import { checkProtocolCasing } from './rules/expose-proto-casing.ts';
import { checkJsonArgs } from './rules/json-args-recommended.ts';
import { checkKeyValue } from './rules/legacy-key-value-format.ts';
import { checkSecretKey } from './rules/secrets-used-in-arg-or-env.ts';
import { checkVariables } from './rules/undefined-var.ts';
import { checkWorkdir } from './rules/workdir-relative-path.ts';
import type { Settings } from './settings.ts';
import type { LinkedInstruction, StageState } from './stage-state.ts';

function fail(message: string): never {
  throw new DockerfileError('stage', message);
}

/** Goes through the instructions of one stage as BuildKit's dispatch does, as far as checks and errors need it. */
export class StageWalk {
  private readonly state: StageState;
  private readonly settings: Settings;
  private readonly globalArgs: ReadonlyMap<string, string>;

  constructor(state: StageState, globalArgs: ReadonlyMap<string, string>, settings: Settings) {
    this.state = state;
    this.globalArgs = globalArgs;
    this.settings = settings;
  }

  /** Throws DockerfileError, located at its instruction. */
  run(): void {
    this.state.start();
    this.settings.budget.spend((this.state.environment.size + this.state.imageEnv.size + this.state.declaredArgs.size) * 16);
    for (const linked of this.state.linked) {
      try {
        this.instruction(linked);
      } catch (error) {
        throw error instanceof DockerfileError ? error.at(linked.instruction.lines) : error;
      }
    }
  }

  private expand(word: string, lines: LineRange, options: LexOptions): string {
    const environment = environmentOfMap(this.state.environment);
    const { text, unmatched, error } = tryExpandWord(word, environment, options);
    checkVariables(unmatched, this.state.declaredArgs, environment, lines, this.settings.reporter);
    if (error !== undefined) throw error;
    this.settings.budget.spend(text.length);
    return text;
  }

  private instruction({ instruction: written, sources }: LinkedInstruction): void {
    const { reporter, escapeToken } = this.settings;
    const { lines } = written;
    const { state } = this;
    if (written.kind === 'ARG') {
      this.arg(written);
      return;
    }
    const expand = (word: string): string => this.expand(word, lines, { escapeToken });
    const expanded = expandInstruction<StageInstruction>(written, expand);
    switch (expanded.kind) {
      case 'ENV':
        for (const pair of expanded.pairs) {
          checkKeyValue(pair, expanded, reporter);
          checkSecretKey('ENV', pair.key, lines, reporter);
          setNewest(state.environment, pair.key, pair.value);
          state.imageEnv.set(pair.key, pair.value);
        }
        break;
      case 'LABEL':
        for (const pair of expanded.pairs) checkKeyValue(pair, expanded, reporter);
        break;
      case 'CMD':
      case 'ENTRYPOINT':
        state.lastUse.check(expanded.kind, expanded, reporter);
        checkJsonArgs(expanded, state.shellIsSet, reporter);
        break;
      case 'HEALTHCHECK':
        state.lastUse.check('HEALTHCHECK', expanded, reporter);
        break;
      case 'SHELL':
        state.shellIsSet = expanded.shell.length > 0;
        break;
      case 'WORKDIR':
        if (!state.workdirIsSet) checkWorkdir(expanded, state.platform?.os ?? 'linux', reporter);
        state.workdirIsSet = true;
        state.workdir = expanded.path.startsWith('/') ? expanded.path : joinPath(state.workdir, expanded.path);
        break;
      case 'EXPOSE':
        this.expose(expanded);
        break;
      case 'STOPSIGNAL':
        checkSignal(expanded.signal);
        break;
      case 'VOLUME':
        if (expanded.volumes.includes('')) fail('VOLUME specified can not be an empty string');
        break;
      case 'ADD':
      case 'COPY':
        this.copy(expanded, sources);
        break;
      case 'RUN':
        this.mounts(expanded, sources, expand);
        break;
    }
  }

  private arg(instruction: ArgInstruction): void {
    const { reporter, buildArgs, escapeToken } = this.settings;
    for (const { key, value } of instruction.args) {
      checkSecretKey('ARG', key, instruction.lines, reporter);
      const given = buildArgs.get(key);
      const result = given ?? (value === undefined ? this.globalArgs.get(key) : this.expand(value, instruction.lines, { escapeToken }));
      if (result !== undefined && !key.startsWith('BUILDKIT_SBOM_SCAN_')) setNewest(this.state.environment, key, result);
      this.state.declaredArgs.add(key);
    }
  }

  private expose({ ports, lines }: ExposeInstruction): void {
    const { reporter, escapeToken } = this.settings;
    const environment = environmentOfMap(this.state.environment);
    const words = ports.flatMap((port) => {
      const { words: split, error } = tryExpandWord(port, environment, { escapeToken });
      if (error !== undefined) throw error;
      return split;
    });
    for (const word of words) {
      parseExposedPort(word, (port) => {
        checkProtocolCasing(port, lines, reporter);
        checkExposeFormat(port, lines, reporter);
      });
    }
  }

  private copy(written: AddInstruction | CopyInstruction, sources: readonly StageState[]): void {
    const instruction = expandInlineSources(written, (word) => this.expand(word, written.lines, { ignoreQuotes: true }));
    const isAdd = instruction.kind === 'ADD';
    if (sources.some((source) => !source.done)) {
      fail(
        `cannot copy from stage ${quote((instruction as CopyInstruction).from)}, it needs to be defined before current stage ${quote(this.state.label)}`,
      );
    }
    if (instruction.chmod !== '') checkChmod(instruction.chmod);
    if (isAdd && instruction.checksum !== '') {
      if (instruction.sources.length !== 1) fail("checksum can't be specified for multiple sources");
      if (sourceKind(instruction.sources[0]!) === 'local') fail('checksum requires HTTP(S) or Git sources');
    }
    for (const source of instruction.sources) {
      const kind = sourceKind(source);
      if (kind !== 'local' && !isAdd) fail(kind === 'git' ? "source can't be a git ref for COPY" : "source can't be a URL for COPY");
      if (kind === 'http' && isAdd && instruction.checksum !== '') checkChecksum(instruction.checksum);
      if (kind === 'local' && sources.length === 0 && this.settings.isIgnored(source)) {
        this.settings.reporter.report(copyIgnoredFile, instruction.lines, isAdd ? 'Add' : 'Copy', source);
      }
    }
  }

  private mounts(instruction: RunInstruction, sources: readonly StageState[], expand: (word: string) => string): void {
    const mounts = instruction.mounts.map((options) => parseMount(options, expand));
    mounts.forEach((mount, i) => {
      if (mount.from !== '' && !sources[i]!.done) {
        fail(`cannot mount from stage ${quote(mount.from)} to ${quote(mount.target)}, stage needs to be defined before current command`);
      }
      if (mount.type === 'ssh' && mount.source !== '') fail('ssh does not support source');
      const isFile = mount.type === 'secret' || mount.type === 'ssh';
      const target = mount.target.startsWith('/') ? mount.target : joinPath('/', this.state.workdir, mount.target);
      if (!isFile && target === '/') fail('invalid mount target "/"');
    });
  }
}
