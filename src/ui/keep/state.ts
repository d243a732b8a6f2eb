// What a saved text tells about itself without an engine: its commands, edits, machines and uploads. Tolerant: what it does not know it does not tell.

export interface StateFacts {
  /** Command lines from the start to now, in order. */
  readonly commands: readonly string[];
  /** Points of the timeline that are not on the way to now. */
  readonly elsewhere: number;
  readonly machines: number;
  /** Files by their SHA-256 that a state names and does not carry. */
  readonly uploads: readonly { readonly digest: string; readonly name: string; readonly bytes: number }[];
}

const none: StateFacts = { commands: [], elsewhere: 0, machines: 1, uploads: [] };

export function factsOf(saved: string): StateFacts {
  let state: unknown;
  try {
    state = JSON.parse(saved);
  } catch {
    return none;
  }
  const points = listIn(state, 'points');
  const byNumber = new Map(points.map((point) => [field(point, 'number'), point]));
  const path: unknown[] = [];
  const seen = new Set<unknown>();
  for (let at = byNumber.get(field(state, 'head')); at !== undefined && !seen.has(at); at = byNumber.get(field(at, 'parent'))) {
    seen.add(at);
    path.push(at);
  }
  const events = [...points.flatMap((point) => listIn(point, 'events')), ...listIn(state, 'pending')];
  const uploads = new Map<string, StateFacts['uploads'][number]>();
  for (const event of events) {
    const content = field(event, 'content');
    const [digest, bytes, to] = [field(content, 'blob'), field(content, 'size'), field(event, 'path')];
    if (typeof digest !== 'string' || uploads.has(digest)) continue;
    uploads.set(digest, {
      digest: digest.replace('sha256:', ''),
      name: typeof to === 'string' ? (to.split('/').at(-1) ?? '') : '',
      bytes: Number(bytes ?? 0),
    });
  }
  const commands = path.reverse().flatMap((point) => {
    const label = field(point, 'label');
    return field(point, 'kind') === 'command' && typeof label === 'string' ? [label] : [];
  });
  return {
    commands,
    elsewhere: points.length - path.length,
    machines: Math.max(1, listIn(state, 'machines').length),
    uploads: [...uploads.values()],
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
}
