// daemon.json: what the engine is told when it starts, with dockerd's own complaints.
// Knows the directives and their checks; refuses to know the file system and who restarts the engine.
export { ConfigProblem, type DaemonConfig, defaultConfig, readDaemonConfig } from './read.ts';
