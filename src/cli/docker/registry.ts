import { load, type Step } from '../../engine/kernel/index.ts';
import type { Command } from './command.ts';
import { containerCommands } from './container/index.ts';
import { imageCommands } from './image/index.ts';
import { networkCommands } from './network/index.ts';
import { systemCommands } from './system/index.ts';
import { volumeCommands } from './volume/index.ts';

type Commands = ReadonlyMap<string, Command>;

/** Commands by each path that reaches them. */
const byPath = (list: readonly Command[]): Commands =>
  new Map(list.flatMap((command) => command.paths.map((path) => [path, command] as const)));

const atHand = byPath([...imageCommands, ...containerCommands, ...volumeCommands, ...networkCommands, ...systemCommands]);

/** What makes images, with both builders and the Dockerfile's parser, is fetched when it is first asked for. */
export const building = async (): Promise<Commands> => byPath((await import('./building.ts')).buildingCommands);
const BUILDING = /^(?:build|image build|builder|buildx|manifest|commit|container commit|import|image import)(?: |$)/;

/** The command that a path leads to; undefined for one that is not simulated. Throws LoadError. */
export function* commandAt(path: string): Step<Command | undefined> {
  return atHand.get(path) ?? (BUILDING.test(path) ? (yield* load(building)).get(path) : undefined);
}

/** Every path that leads to a simulated command. */
export const simulatedPaths = async (): Promise<ReadonlySet<string>> => new Set([...atHand.keys(), ...(await building()).keys()]);
