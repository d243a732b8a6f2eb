/** What kind of failure it is, with containerd errdefs' names. */
export type ErrorCode =
  | 'NotFound'
  | 'Conflict'
  | 'InvalidArgument'
  | 'PermissionDenied'
  | 'Unauthenticated'
  | 'Unavailable'
  | 'NotImplemented'
  | 'NotModified'
  | 'System'
  | 'NotSimulated'
  /** The command line itself refuses, before the engine is asked. */
  | 'Client';

/**
 * The engine refused: part of the product. `message` is Docker's exact text, without the command line's prefix
 * (`Error response from daemon: `). `exitCode` is set where the command line exits with something other than 1.
 */
export class DockerError extends Error {
  readonly code: ErrorCode;
  readonly exitCode: number | undefined;
  constructor(code: ErrorCode, message: string, exitCode?: number) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
  }
}
