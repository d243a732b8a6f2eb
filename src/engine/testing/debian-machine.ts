import type { Tree } from '../tree/index.ts';
import { type Files, treeWith } from './package-machine.ts';

const SOURCES = `Types: deb
# http://snapshot.debian.org/archive/debian/20250520T000000Z
URIs: http://deb.debian.org/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://deb.debian.org/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`;
const HOOK = `"rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"`;

const base: Files = {
  '/etc/os-release':
    'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nID=debian\n',
  '/etc/apt/sources.list.d/debian.sources': SOURCES,
  '/etc/apt/apt.conf.d/docker-clean': `DPkg::Post-Invoke { ${HOOK}; };\nAPT::Update::Post-Invoke { ${HOOK}; };\n`,
  '/etc/apt/apt.conf.d/docker-gzip-indexes': 'Acquire::GzipIndexes "true";\n',
  '/usr/bin/apt': '@apt',
  '/usr/bin/apt-get': '@apt',
  '/usr/bin/apt-cache': '@apt',
  '/usr/bin/apt-mark': '@apt',
  '/usr/bin/apt-key': '@apt',
  '/usr/bin/dpkg': '@dpkg',
  '/usr/bin/dpkg-query': '@dpkg',
};

/** A small Debian 12 with apt and dpkg, whose base packages are known to the index alone. */
export const debianTree = (more: Files = {}, offline = false): Tree => treeWith({ ...base, ...more }, offline);
