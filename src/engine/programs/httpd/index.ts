// Apache's httpd: its configuration, its processes, what it serves, logs and refuses.
// Knows Apache's words; refuses to know which image it runs in, beyond how it was built there.
// Not simulated, and refused by name: rewriting, TLS, authentication, handlers and proxies by pattern.
import type { Program } from '../../kernel/index.ts';
import { apachectl, httpd } from './httpd.ts';

export const programs: Readonly<Record<string, Program>> = { httpd, apache2: httpd, apachectl };
