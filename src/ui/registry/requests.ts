// The HTTP requests of a transfer, one row each: what is shown short, and what is shown whole when it is opened.
import type { RequestView, TransferView } from '../session/view/index.ts';

export interface RequestRow {
  /** 1 for the first. */
  readonly n: number;
  readonly method: RequestView['method'];
  /** Another host than the registry: where tokens are given out. */
  readonly host: string | undefined;
  readonly path: string;
  /** The path with digests, ids and scopes cut to what tells them apart. */
  readonly short: string;
  readonly status: number;
  readonly sent: number;
  readonly received: number;
  readonly asked: RequestView['asked'];
  readonly answered: RequestView['answered'];
  /** Key of the row it belongs to. */
  readonly about: string | undefined;
}

export function requestRows({ requests, blobs, reference }: TransferView): RequestRow[] {
  const keys = new Set(blobs.map(({ digest }) => digest));
  const top = blobs[0]?.digest;
  return requests.map((request, at): RequestRow => {
    const named = request.digest !== undefined && keys.has(request.digest) ? request.digest : undefined;
    const tagged = named === undefined && request.path.endsWith(`/manifests/${reference}`) ? top : undefined;
    return {
      n: at + 1,
      method: request.method,
      host: request.host,
      path: request.path,
      short: shortPath(request.path),
      status: request.status,
      sent: request.sent,
      received: request.received,
      asked: request.asked,
      answered: request.answered,
      about: named ?? tagged,
    };
  });
}

export function shortPath(path: string): string {
  return unescaped(path)
    .replace(/sha256:([0-9a-f]{6})[0-9a-f]{58}/g, 'sha256:$1…')
    .replace(/([0-9a-f]{4})[0-9a-f]{4}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '$1…');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
