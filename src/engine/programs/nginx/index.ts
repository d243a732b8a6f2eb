// nginx: its configuration, its master and workers, what it serves, logs and refuses.
// Knows nginx's words; refuses to know which image it runs in, beyond how it was built there.
// Not simulated, and refused by name: TLS, FastCGI and its like, caches, limits, authentication, stream and mail.
import type { Program } from '../../kernel/index.ts';
import { nginx } from './nginx.ts';

export const programs: Readonly<Record<string, Program>> = { nginx };
