/** A transfer failed: `curl: (code) message`. */
export class CurlFailure extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export const badUrl = (): CurlFailure => new CurlFailure(3, 'URL using bad/illegal format or missing URL');
export const unknownHost = (host: string): CurlFailure => new CurlFailure(6, `Could not resolve host: ${host}`);
export const notConnected = (host: string, port: number, milliseconds: number): CurlFailure =>
  new CurlFailure(7, `Failed to connect to ${host} port ${port} after ${milliseconds} ms: Couldn't connect to server`);
export const connectTimeout = (host: string, port: number, milliseconds: number): CurlFailure =>
  new CurlFailure(28, `Failed to connect to ${host} port ${port} after ${milliseconds} ms: Timeout was reached`);
export const timedOut = (milliseconds: number): CurlFailure =>
  new CurlFailure(28, `Connection timed out after ${milliseconds} milliseconds`);
export const cutByTime = (milliseconds: number, received: number, total: number | undefined): CurlFailure =>
  new CurlFailure(
    28,
    `Operation timed out after ${milliseconds} milliseconds with ${received}${total === undefined ? '' : ` out of ${total}`} bytes received`,
  );
