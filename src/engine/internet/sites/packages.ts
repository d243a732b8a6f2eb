import { executableBody } from '../../kernel/index.ts';
import { readBody } from '../../tree/index.ts';
import type { Site } from '../internet.ts';

/** Pages of hosts that package managers fetch from. The managers ask only whether the name resolves; their indexes are data. */
const mirror = (names: readonly string[]): Site => ({
  names,
  respond: ({ target, host }) =>
    target === '/'
      ? {
          status: 200,
          headers: [['Content-Type', 'text/html']],
          body: `<html><head><title>${host}</title></head><body>${host}</body></html>\n`,
        }
      : { status: 404, headers: [['Content-Type', 'text/html']], body: '<html><body><h1>404 Not Found</h1></body></html>\n' },
});

/** Programs that are downloads of releases on GitHub, with their sizes. */
const RELEASES: readonly (readonly [path: RegExp, program: string, size: number])[] = [
  [/^\/tianon\/gosu\/releases\/download\/[^/]+\/gosu-amd64$/, 'gosu', 1_904_000],
  [/^\/krallin\/tini\/releases\/download\/[^/]+\/tini(?:-static)?(?:-amd64)?$/, 'tini', 24_064],
  [/^\/Yelp\/dumb-init\/releases\/download\/[^/]+\/dumb-init_[\d.]+_(?:amd64|x86_64)$/, 'tini', 57_344],
];

const github: Site = {
  names: ['github.com'],
  respond: ({ target }) => {
    const [, program, size] = RELEASES.find(([path]) => path.test(target)) ?? [];
    if (program === undefined || size === undefined)
      return { status: 404, headers: [['Content-Type', 'text/plain; charset=utf-8']], body: 'Not Found' };
    return { status: 200, headers: [['Content-Type', 'application/octet-stream']], body: readBody(executableBody(program, size)) };
  },
};

/** Hosts of packages: distributions with their mirrors, language registries, code. */
export const packageSites: readonly Site[] = [
  mirror([
    'deb.debian.org',
    'security.debian.org',
    'ftp.debian.org',
    'httpredir.debian.org',
    'cdn-fastly.deb.debian.org',
    'archive.debian.org',
    'snapshot.debian.org',
    '*.debian.org',
  ]),
  mirror(['archive.ubuntu.com', 'security.ubuntu.com', 'ports.ubuntu.com', 'old-releases.ubuntu.com', '*.archive.ubuntu.com']),
  mirror(['dl-cdn.alpinelinux.org', 'dl-4.alpinelinux.org', 'dl-3.alpinelinux.org', 'nl.alpinelinux.org']),
  mirror([
    'vault.centos.org',
    'mirrors.fedoraproject.org',
    'download.fedoraproject.org',
    'mirrors.rockylinux.org',
    'mirrors.almalinux.org',
    'cdn-ubi.redhat.com',
  ]),
  mirror(['pypi.org', 'files.pythonhosted.org', 'pypi.python.org']),
  mirror([
    'registry.npmjs.org',
    'registry.npmmirror.com',
    'registry.npm.taobao.org',
    'registry.yarnpkg.com',
    'nodejs.org',
    'deb.nodesource.com',
  ]),
  mirror(['proxy.golang.org', 'sum.golang.org', 'goproxy.cn', 'goproxy.io', 'golang.org', 'go.dev']),
  github,
  mirror(['codeload.github.com', 'raw.githubusercontent.com', 'gitee.com', 'gitlab.com']),
  mirror([
    'mirrors.aliyun.com',
    'mirrors.tuna.tsinghua.edu.cn',
    'pypi.tuna.tsinghua.edu.cn',
    'mirrors.ustc.edu.cn',
    'pypi.mirrors.ustc.edu.cn',
    'mirrors.163.com',
    'mirrors.cloud.tencent.com',
    'mirrors.tencent.com',
    'mirrors.huaweicloud.com',
    'repo.huaweicloud.com',
    'mirrors.cloud.aliyuncs.com',
    'pypi.doubanio.com',
    'pypi.douban.com',
    'mirror.sjtu.edu.cn',
    'mirrors.sjtug.sjtu.edu.cn',
    'mirrors.bfsu.edu.cn',
  ]),
];
