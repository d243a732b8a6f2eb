import type { ImageID } from '../../digest/index.ts';
import type { ProfileFacts } from '../../profile/index.ts';
import type { MissReason } from '../miss.ts';

/** What the classic builder tells while it works; `printClassic` makes Docker's text of it. */
export type ClassicEvent =
  | { readonly type: 'step'; readonly number: number; readonly total: number; readonly source: string }
  | { readonly type: 'triggers'; readonly count: number }
  | { readonly type: 'cached'; readonly image: ImageID }
  | { readonly type: 'running'; readonly container: string; readonly because: MissReason }
  /** A COPY or ADD is done anew; nothing is printed of it. */
  | { readonly type: 'copying'; readonly because: MissReason }
  | { readonly type: 'output'; readonly stream: 'stdout' | 'stderr'; readonly bytes: Uint8Array }
  | { readonly type: 'removed'; readonly container: string }
  | { readonly type: 'note'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  /** The step is done. `image` is empty for a scratch stage that made nothing yet. */
  | { readonly type: 'image'; readonly image: ImageID | '' }
  | { readonly type: 'built'; readonly image: ImageID }
  | { readonly type: 'tagged'; readonly reference: string };

const encoder = new TextEncoder();
const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

/**
 * The text of an event. All of it goes to the client's standard output; what was written to standard error is coloured, write by write.
 * Source: moby builder/dockerfile, pkg/streamformatter.
 */
export function printClassic(event: ClassicEvent, release: ProfileFacts['release'] = '28'): Uint8Array {
  const bytes = event.type === 'output' ? event.bytes : encoder.encode(textOf(event, release));
  if ((event.type !== 'output' && event.type !== 'note') || event.stream === 'stdout') return bytes;
  const before = encoder.encode('\x1b[91m');
  const after = encoder.encode('\x1b[0m');
  const out = new Uint8Array(before.length + bytes.length + after.length);
  out.set(before);
  out.set(bytes, before.length);
  out.set(after, before.length + bytes.length);
  return out;
}

function textOf(event: Exclude<ClassicEvent, { type: 'output' }>, release: ProfileFacts['release']): string {
  switch (event.type) {
    case 'step':
      return `Step ${event.number}/${event.total} : ${event.source}\n`;
    case 'triggers':
      return `# Executing ${event.count} build trigger${event.count > 1 ? 's' : ''}\n`;
    case 'cached':
      return ' ---> Using cache\n';
    case 'running':
      return ` ---> Running in ${short(event.container)}\n`;
    case 'copying':
      return '';
    case 'removed':
      return `${release === '28' ? ' ---> Removed' : 'Removing'} intermediate container ${short(event.container)}\n`;
    case 'note':
      return event.text;
    case 'image':
      return ` ---> ${short(event.image)}\n`;
    case 'built':
      return `Successfully built ${short(event.image)}\n`;
    case 'tagged':
      return `Successfully tagged ${event.reference}\n`;
  }
}
