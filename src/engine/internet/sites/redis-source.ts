import { archiveParts, gzipPieces } from '../../hub/layer-blob.ts';
import type { TarEntry } from '../../tar/index.ts';
import { joinBytes, textBody } from '../../tree/index.ts';

/** When the archives were made, as HTTP and as seconds. */
export const RELEASED = 'Wed, 12 Dec 2018 12:25:48 GMT';
const MTIME = 1_544_617_548;

const main = (lines: string): string => `#include <stdio.h>\n\nint main(int argc, char **argv) {\n${lines}    return 0;\n}\n`;

const files = (version: string): Readonly<Record<string, string>> => ({
  '00-RELEASENOTES': `Redis ${version}: a small stand-in for the real sources, as simulated machines find it.\n`,
  COPYING: 'Redis is a trademark of Redis Ltd. These stand-in files hold none of its code.\n',
  'README.md': `# Redis ${version}\n\nBuild with \`make\`, install with \`make install\`. The programs that come out tell their version and nothing else.\n`,
  Makefile:
    'default: all\n\n.DEFAULT:\n\tcd src && $(MAKE) $@\n\nall:\n\tcd src && $(MAKE) all\n\ninstall:\n\tcd src && $(MAKE) install\n\nclean:\n\tcd src && $(MAKE) clean\n\n.PHONY: default all install clean\n',
  'redis.conf': 'bind 127.0.0.1\nport 6379\nsave 900 1\n',
  'src/server.c': main(`    printf("Redis server v=${version} sha=00000000:0 malloc=libc bits=64 build=0\\n");\n`),
  'src/redis-cli.c': main(`    printf("redis-cli ${version}\\n");\n`),
  'src/Makefile':
    'PREFIX?=/usr/local\nINSTALL_BIN=$(PREFIX)/bin\nCC?=cc\n\nall: redis-server redis-cli\n\nredis-server: server.c\n\tgcc -O2 -o $@ server.c\n\nredis-cli: redis-cli.c\n\tgcc -O2 -o $@ redis-cli.c\n\ninstall: all\n\tmkdir -p $(INSTALL_BIN)\n\tcp redis-server redis-cli $(INSTALL_BIN)\n\nclean:\n\trm -f redis-server redis-cli\n\n.PHONY: all install clean\n',
});

/** The gzipped archive of a version. */
export function redisArchive(version: string): Uint8Array {
  const top = `redis-${version}`;
  const meta = { uid: 0, gid: 0, mtime: MTIME };
  const dirs: TarEntry[] = [top, `${top}/src`].map((path) => ({ kind: 'dir', path, mode: 0o755, ...meta }));
  const members = Object.entries(files(version)).map(
    ([name, text]): TarEntry => ({ kind: 'file', path: `${top}/${name}`, body: textBody(text), mode: 0o644, ...meta }),
  );
  return joinBytes([...gzipPieces(archiveParts([...dirs, ...members]))]);
}
