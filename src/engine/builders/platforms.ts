import type { Daemon } from '../daemon/index.ts';
import { formatPlatform, type Platform, platformOf } from '../platform/index.ts';
import type { BuilderNode } from './node.ts';

/** What BuildKit finds on an amd64 machine, in the order it looks (buildkit util/archutil/detect.go): platforms by the architecture that must be emulated. */
const FOUND: readonly (readonly [architecture: string, platforms: readonly string[]])[] = [
  ['', ['linux/amd64', 'linux/amd64/v2', 'linux/amd64/v3', 'linux/amd64/v4']],
  ['arm64', ['linux/arm64']],
  ['riscv64', ['linux/riscv64']],
  ['ppc64le', ['linux/ppc64le']],
  ['s390x', ['linux/s390x']],
  ['', ['linux/386']],
  ['mips64le', ['linux/mips64le']],
  ['mips64', ['linux/mips64']],
  ['loong64', ['linux/loong64']],
  ['arm', ['linux/arm/v7', 'linux/arm/v6']],
];

/** Architectures of other machines whose programs this machine can run by emulation. */
export const emulatedArchitectures = ({ state }: Daemon): readonly string[] => state.emulated ?? [];

/** What a machine's BuildKit can run. */
export const buildPlatforms = (daemon: Daemon): string[] =>
  FOUND.flatMap(([architecture, list]) => (architecture === '' || emulatedArchitectures(daemon).includes(architecture) ? list : []));

/** A node's platforms as they are shown: those it was given, with `*`, then those it finds while it runs. */
export function platformsOf(node: Pick<BuilderNode, 'Platforms'>, found: readonly string[]): string[] {
  const given = (node.Platforms ?? []).map((item): string => formatPlatform(platformOf(item) satisfies Platform, false));
  const unique = [...new Set(given)];
  return [...unique.map((text) => `${text}*`), ...found.filter((text) => !unique.includes(text))];
}
