// The engine's worker: wires the host to this worker's channel and clock.
import { engine, ready } from '../engine/index.ts';
import type { Message, Request } from './protocol.ts';
import { Refusal } from './refusal/index.ts';
import { hostEngine } from './worker-host.ts';

// The first command of every lab is one of docker's, and many begin with a build: both come beside the machine's start.
for (const part of [import('../../cli/docker/main.ts'), import('../../cli/docker/building.ts')]) part.catch(() => {});

// A message to oneself comes after all messages that already wait, and has none of setTimeout's four milliseconds.
const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();

const receive = hostEngine(engine, {
  post: (message) => self.postMessage(message),
  turn: () =>
    new Promise((resolve) => {
      turns.push(resolve);
      channel.port2.postMessage(0);
    }),
  blob: async (digest) => {
    const { deviceStore } = await import('./storage.ts');
    const bytes = await deviceStore().blob(digest);
    if (bytes === undefined) throw new Refusal('gone.upload');
    return bytes;
  },
  sleep: (ms, wake) => Promise.race([wake, new Promise<void>((resolve) => setTimeout(resolve, ms))]),
});

self.onmessage = (event: MessageEvent<Request>) => receive(event.data);
ready.then(() => self.postMessage({ type: 'hello' } satisfies Message)).catch(reportError);
