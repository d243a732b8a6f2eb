import { toUpper } from '../../go/case.ts';
import { DockerfileError } from '../error.ts';
import { type Node, parseSource } from '../parser/index.ts';
import { withSuggestion } from '../suggest.ts';
import { parseAdd } from './add.ts';
import { parseArg } from './arg.ts';
import { parseCmd } from './cmd.ts';
import { parseCopy } from './copy.ts';
import { parseEntrypoint } from './entrypoint.ts';
import { parseEnv } from './env.ts';
import { parseExpose } from './expose.ts';
import { dockerFeatures, type Features } from './features.ts';
import { parseFrom } from './from.ts';
import { parseHealthcheck } from './healthcheck.ts';
import { parseLabel } from './label.ts';
import { parseMaintainer } from './maintainer.ts';
import { parseOnbuild } from './onbuild.ts';
import { parseRun } from './run.ts';
import { parseShell } from './shell.ts';
import { parseStopsignal } from './stopsignal.ts';
import type { ArgInstruction, Instruction, Stage, StageInstruction } from './types.ts';
import { parseUser } from './user.ts';
import { parseVolume } from './volume.ts';
import { parseWorkdir } from './workdir.ts';

type InstructionParser<K extends Instruction['kind']> = (node: Node, features: Features) => Extract<Instruction, { kind: K }>;

const parsers: { readonly [K in Instruction['kind']]: InstructionParser<K> } = {
  ADD: parseAdd,
  ARG: parseArg,
  CMD: parseCmd,
  COPY: parseCopy,
  ENTRYPOINT: parseEntrypoint,
  ENV: parseEnv,
  EXPOSE: parseExpose,
  FROM: parseFrom,
  HEALTHCHECK: parseHealthcheck,
  LABEL: parseLabel,
  MAINTAINER: parseMaintainer,
  ONBUILD: parseOnbuild,
  RUN: parseRun,
  SHELL: parseShell,
  STOPSIGNAL: parseStopsignal,
  USER: parseUser,
  VOLUME: parseVolume,
  WORKDIR: parseWorkdir,
};

/** The names of all instructions, in upper case and alphabetical order. */
export const instructionNames = Object.keys(parsers) as readonly Instruction['kind'][];

/** One instruction with its types. Throws DockerfileError, located at the instruction, without "dockerfile parse error". */
export function parseInstruction(node: Node, features: Features = dockerFeatures): Instruction {
  const kind = toUpper(node.value);
  try {
    if (!Object.hasOwn(parsers, kind)) {
      const message = withSuggestion(`unknown instruction: ${node.value}`, node.value, instructionNames, false);
      throw new DockerfileError('unknown-instruction', message);
    }
    return parsers[kind as Instruction['kind']](node, features);
  } catch (error) {
    throw error instanceof DockerfileError ? error.at(node.lines) : error;
  }
}

/** What the instructions of a file came to. With errors, faulty instructions are left out. */
export interface ParsedInstructions {
  readonly stages: readonly Stage[];
  /** The ARGs before the first FROM. */
  readonly metaArgs: readonly ArgInstruction[];
  /** In the order of the file; BuildKit stops at the first. */
  readonly errors: readonly DockerfileError[];
}

/** Sorts instructions into stages. Upstream: instructions.Parse. */
export function parseInstructions(nodes: readonly Node[], features: Features = dockerFeatures): ParsedInstructions {
  const stages: { from: Stage['from']; instructions: StageInstruction[] }[] = [];
  const metaArgs: ArgInstruction[] = [];
  const errors: DockerfileError[] = [];
  for (const node of nodes) {
    try {
      const instruction = parseInstruction(node, features);
      const stage = stages[stages.length - 1];
      if (instruction.kind === 'FROM') stages.push({ from: instruction, instructions: [] });
      else if (stage !== undefined) stage.instructions.push(instruction);
      else if (instruction.kind === 'ARG') metaArgs.push(instruction);
      else errors.push(new DockerfileError('stage', 'no build stage in current context', [node.lines]));
    } catch (error) {
      if (!(error instanceof DockerfileError)) throw error;
      errors.push(error.withMessage(`dockerfile parse error on line ${node.lines.start}: ${error.message}`));
    }
  }
  return { stages, metaArgs, errors };
}

/**
 * The trigger of an ONBUILD, read when a build starts from the image that carries it. Locations are those of its own text. Throws DockerfileError.
 * Upstream: initOnBuildTriggers in dockerfile2llb.
 */
export function parseTrigger(expression: string, features: Features = dockerFeatures): StageInstruction {
  const { nodes, error } = parseSource(expression);
  if (error !== undefined) throw error;
  if (nodes.length !== 1) throw new DockerfileError('instruction', 'onbuild trigger should be a single expression');
  const instruction = parseInstruction(nodes[0]!, features);
  if (instruction.kind === 'FROM') throw new DockerfileError('instruction', '*instructions.Stage is not a command type', [nodes[0]!.lines]);
  return instruction;
}
