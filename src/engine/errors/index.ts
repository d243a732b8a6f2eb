// Errors of the engine: the two families, Docker's answers and our own bugs.
export { DockerError, type ErrorCode } from './docker-error.ts';
