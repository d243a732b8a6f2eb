// In the engine's worker no module waits for the digests' WebAssembly: the worker says that it listens when it is there. WebKit's import()
// gives a module whose imports still wait before it has run, and every chunk of the engine imports its digests.
import type { Plugin } from 'vite';

export const digestsLater = (): Plugin => ({
  name: 'digests-later',
  apply: 'build',
  load: { filter: { id: /\/src\/engine\/digest\/wait\.ts$/ }, handler: () => 'export {};' },
});
