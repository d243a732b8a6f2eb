// Apache's httpd: its configuration, its processes, what it serves, logs and refuses.
// Knows Apache's words; refuses to know which image it runs in, beyond how it was built there.
// Not simulated, and refused by name: rewriting, TLS, authentication, handlers and proxies by pattern.
import type { Process, Program, Run } from '../../kernel/index.ts';
import { apachectl, httpd } from './httpd.ts';

/** One executable has many names in an image: the last part of argv[0] decides. */
function* byName(p: Process): Run {
  const name = p.argv[0]?.split('/').at(-1) ?? 'httpd';
  if (/^apache(?:2)?ctl$/.test(name)) return yield* apachectl(p);
  if (/^(?:httpd|apache2)$/.test(name)) return yield* httpd(p);
  yield* p.write(2, `${name}: not simulated by Strata\n`);
  return 126;
}

export const programs: Readonly<Record<string, Program>> = { httpd: byName, apache2: byName, apachectl: byName };
