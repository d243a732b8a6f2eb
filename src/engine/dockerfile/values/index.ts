// Values that BuildKit checks only when a step runs, once variables are known: ports, signals, modes, sources, platforms.
// Knows their grammar and error texts.
// Refuses to know the instruction around them.
export { checkChecksum } from './checksum.ts';
export { checkChmod } from './chmod.ts';
export { formatPlatform, linuxAmd64, normalizePlatform, type Platform, parsePlatform } from './platform.ts';
export { type ExposedPort, type PortWord, parseExposedPort, portKeys } from './ports.ts';
export { type SourceKind, sourceKind } from './remote.ts';
export { checkSignal } from './signal.ts';
