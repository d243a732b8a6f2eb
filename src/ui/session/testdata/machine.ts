// The real engine behind a channel on this thread, for tests of the session and the worker's host.
import '../../../cli/machine/preload.ts';
import { engine } from '../../engine/index.ts';
import type { Channel } from '../client.ts';
import type { Message, Request, StartState } from '../protocol.ts';
import { type HostPort, hostEngine } from '../worker-host.ts';

export const start: StartState = { cwd: '/root/app', seed: 1, files: { a: 'apple\n' }, bytes: {}, run: [] };

/** What a host needs, without a worker: messages go to `post`. */
export const portTo = (post: (message: Message) => void, blobs: ReadonlyMap<string, Uint8Array> = new Map()): HostPort => ({
  post,
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  sleep: (ms, wake) => Promise.race([wake, new Promise<void>((resolve) => setTimeout(resolve, ms))]),
  blob: async (digest) => {
    const bytes = blobs.get(digest);
    if (bytes === undefined) throw new Error('This device no longer has a file that was uploaded here.');
    return bytes;
  },
});

/** A worker on this thread. `deaf` makes it ignore signals, as one stuck in a loop would; `answers` as a command that catches them. */
export function channel(options: { deaf?: boolean; answers?: boolean } = {}): Channel {
  const made: Channel = { onmessage: null, onerror: null, postMessage: () => {}, terminate: () => {} };
  let alive = true;
  const say = (data: Message) => queueMicrotask(() => alive && made.onmessage?.({ data } as MessageEvent<Message>));
  const receive = hostEngine(
    engine,
    portTo((message) => say(structuredClone(message))),
  );
  made.postMessage = (request: Request) => {
    if (options.deaf && request.type === 'signal') {
      if (options.answers) say({ type: 'reply', id: request.id, value: { stopped: true } });
      return;
    }
    receive(structuredClone(request));
  };
  made.terminate = () => {
    alive = false;
    receive({ id: 0, type: 'signal', terminal: 0, name: 'INT' });
  };
  setTimeout(() => say({ type: 'hello' }), 5);
  return made;
}
