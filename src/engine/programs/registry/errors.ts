/** What the registry refuses with: a status and an error of the distribution spec. Source: distribution api/v2/descriptors and errors. */
export class RegistryError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: unknown;
  constructor(code: keyof typeof KINDS, detail?: unknown) {
    const [status, message] = KINDS[code];
    super(message);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  /** The answer's body. */
  text(): string {
    const { code, message, detail } = this;
    return `${JSON.stringify({ errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] })}\n`;
  }
}

const KINDS = {
  BLOB_UNKNOWN: [404, 'blob unknown to registry'],
  BLOB_UPLOAD_INVALID: [400, 'blob upload invalid'],
  BLOB_UPLOAD_UNKNOWN: [404, 'blob upload unknown to registry'],
  DIGEST_INVALID: [400, 'provided digest did not match uploaded content'],
  MANIFEST_BLOB_UNKNOWN: [400, 'blob unknown to registry'],
  MANIFEST_INVALID: [400, 'manifest invalid'],
  MANIFEST_UNKNOWN: [404, 'manifest unknown'],
  NAME_INVALID: [400, 'invalid repository name'],
  NAME_UNKNOWN: [404, 'repository name not known to registry'],
  TAG_INVALID: [400, 'manifest tag did not match URI'],
  PAGINATION_NUMBER_INVALID: [400, 'invalid number of results requested'],
  UNSUPPORTED: [405, 'The operation is unsupported.'],
  UNKNOWN: [500, 'unknown error'],
} as const;
