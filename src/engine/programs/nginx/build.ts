import type { Process } from '../../kernel/index.ts';
import { installedVersion, osRelease } from '../service/index.ts';

/** How this nginx was built: what `nginx -V` tells, and the paths that configure gave it. */
export interface Build {
  readonly version: string;
  readonly official: boolean;
  readonly compiler: string | undefined;
  readonly pid: string;
  readonly errorLog: string;
  readonly accessLog: string;
  readonly user: string;
  /** Directories that are made at the start, in the order of the modules. */
  readonly temporary: readonly (readonly [directive: string, path: string])[];
  readonly arguments: string;
}

const KINDS = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'] as const;

function compilerOf(p: Process): string {
  const system = osRelease(p, 'ID');
  const release = osRelease(p, 'VERSION_ID') ?? '';
  if (system === 'alpine') return `gcc ${release >= '3.21' ? '14.2.0 (Alpine 14.2.0)' : '13.2.1 20240309 (Alpine 13.2.1_git20240309)'}`;
  if (release === '13') return 'gcc 14.2.0 (Debian 14.2.0-19)';
  if (release === '11') return 'gcc 10.2.1 20210110 (Debian 10.2.1-6)';
  if (release === '10') return 'gcc 8.3.0 (Debian 8.3.0-6)';
  if (release === '9') return 'gcc 6.3.0 20170516 (Debian 6.3.0-18+deb9u1)';
  if (release === '8') return 'gcc 4.9.2 (Debian 4.9.2-10)';
  return 'gcc 12.2.0 (Debian 12.2.0-14+deb12u1)';
}

/** The build that this image carries: nginx.org's, as the official images have it, or the distribution's. */
export function buildOf(p: Process): Build {
  const { version, official } = installedVersion(p, 'NGINX_VERSION', ['nginx', 'nginx-core', 'nginx-light'], '1.29.3');
  const debian = !official && osRelease(p, 'ID') !== 'alpine';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const cache = debian ? '/var/lib/nginx' : official ? '/var/cache/nginx' : '/var/lib/nginx/tmp';
  const name = (kind: string): string =>
    debian ? kind.replace('client_', '') : official ? `${kind === 'client_body' ? 'client' : kind}_temp` : kind;
  const errorLog = debian && (major > 1 || minor >= 22) ? 'stderr' : '/var/log/nginx/error.log';
  const pid = debian ? '/run/nginx.pid' : official ? '/var/run/nginx.pid' : '/run/nginx/nginx.pid';
  return {
    version,
    official,
    compiler: official ? compilerOf(p) : undefined,
    pid,
    errorLog,
    accessLog: '/var/log/nginx/access.log',
    user: official || !debian ? 'nginx' : 'www-data',
    temporary: KINDS.map((kind) => [`${kind}_temp_path`, `${cache}/${name(kind)}`]),
    arguments: `--prefix=${debian ? '/usr/share/nginx' : official ? '/etc/nginx' : '/var/lib/nginx'} --sbin-path=/usr/sbin/nginx --modules-path=/usr/lib/nginx/modules --conf-path=/etc/nginx/nginx.conf --error-log-path=${errorLog} --http-log-path=/var/log/nginx/access.log --pid-path=${pid} --lock-path=/var/run/nginx.lock ${KINDS.map((kind) => `--http-${kind.replace('_', '-')}-temp-path=${cache}/${name(kind)}`).join(' ')} --user=nginx --group=nginx --with-compat --with-file-aio --with-threads --with-http_addition_module --with-http_realip_module --with-http_ssl_module --with-http_stub_status_module --with-http_v2_module --with-stream`,
  };
}
