import type { DockerError } from '../../engine/errors/index.ts';

/** An engine's refusal as the client prints it. */
export function daemonError(error: DockerError): string {
  if (error.code === 'Client') return error.message;
  return error.code === 'NotSimulated' ? `strata: ${error.message}` : `Error response from daemon: ${error.message}`;
}

/** A refusal that comes in the middle of an answer already begun: without the prefix. */
export function streamError(error: DockerError): string {
  return error.code === 'NotSimulated' ? `strata: ${error.message}` : error.message;
}
