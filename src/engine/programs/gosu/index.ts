// Small starters: gosu, su-exec and setpriv run a command as somebody else, tini and dumb-init under an init process.
// Knows user specifications and passing signals on; refuses to know terminals, capabilities and sessions.
import type { Program } from '../../kernel/index.ts';
import { tini } from './init.ts';
import { setpriv } from './setpriv.ts';
import { gosu } from './switchers.ts';

export { become } from './run-as.ts';

export const programs: Readonly<Record<string, Program>> = { gosu, setpriv, tini };
