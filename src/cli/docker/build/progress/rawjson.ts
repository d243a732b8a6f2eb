import type { BuildEvent } from '../../../../engine/build/index.ts';
import { rfc3339 } from '../../../../engine/daemon/index.ts';
import { sha256 } from '../../../../engine/digest/index.ts';
import type { Printer } from './printer.ts';

interface Known {
  readonly digest: string;
  readonly name: string;
  readonly started: string;
}

/** `--progress=rawjson`: one JSON object a line, as BuildKit's client.SolveStatus. */
export class RawJsonPrinter implements Printer {
  readonly #steps = new Map<number, Known>();
  #time = 0;

  print(event: BuildEvent): string {
    if ('time' in event) this.#time = event.time;
    const now = rfc3339(this.#time);
    if (event.type === 'started' || event.type === 'cached') {
      const step = { digest: sha256(`${event.vertex} ${event.name}`), name: event.name, started: now };
      this.#steps.set(event.vertex, step);
      return line({ vertexes: [event.type === 'cached' ? { ...step, completed: now, cached: true } : step] });
    }
    const step = this.#steps.get(event.vertex);
    if (step === undefined) return '';
    switch (event.type) {
      case 'status':
        return line({ statuses: [{ id: event.text, vertex: step.digest, current: 0, timestamp: now, started: now, completed: now }] });
      case 'log':
        return line({
          logs: [{ vertex: step.digest, stream: event.stream === 'stdout' ? 1 : 2, data: base64(event.bytes), timestamp: now }],
        });
      case 'warning':
        return line({ warnings: [{ vertex: step.digest, level: 1, short: base64(new TextEncoder().encode(event.text)) }] });
      case 'done':
        return line({ vertexes: [{ ...step, completed: now }] });
      case 'failed':
        return line({ vertexes: [{ ...step, completed: now, error: event.message }] });
    }
  }

  end(): string {
    return '';
  }
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const chars = [18, 12, 6, 0].map((shift) => ALPHABET[(n >> shift) & 63]!);
    out += chars.map((char, k) => (i + k > bytes.length ? '=' : char)).join('');
  }
  return out;
}
