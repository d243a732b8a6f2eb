import { toLower } from '../../go/case.ts';
import type { Parsed } from '../../go/numbers.ts';
import { quote } from '../../go/quote.ts';

/** A platform of images; '' where nothing was said. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
  readonly osVersion: string;
}

export const linuxAmd64: Platform = { os: 'linux', architecture: 'amd64', variant: '', osVersion: '' };

// biome-ignore format: a table
const systems: ReadonlySet<string> = new Set(['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'hurd', 'illumos', 'ios', 'js', 'linux', 'nacl', 'netbsd', 'openbsd', 'plan9', 'solaris', 'windows', 'zos']);
// biome-ignore format: a table
const architectures: ReadonlySet<string> = new Set(['386', 'amd64', 'amd64p32', 'arm', 'armbe', 'arm64', 'arm64be', 'ppc64', 'ppc64le', 'loong64', 'mips', 'mipsle', 'mips64', 'mips64le', 'mips64p32', 'mips64p32le', 'ppc', 'riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64', 'wasm']);
const component = '^[A-Za-z0-9_.-]+$';
const system = '^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.%-]*)((?:\\+[A-Za-z0-9_.%-]+)*)\\))?$';

function normalizeSystem(name: string): string {
  const lower = toLower(name);
  return lower === 'macos' ? 'darwin' : lower;
}

function normalizeArchitecture(name: string, version: string): { architecture: string; variant: string } {
  const architecture = toLower(name);
  const variant = toLower(version);
  switch (architecture) {
    case 'i386':
      return { architecture: '386', variant: '' };
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return { architecture: 'amd64', variant: variant === 'v1' ? '' : variant };
    case 'aarch64':
    case 'arm64':
      if (['8', 'v8', 'v8.0'].includes(variant)) return { architecture: 'arm64', variant: '' };
      return { architecture: 'arm64', variant: ['9', '9.0', 'v9.0'].includes(variant) ? 'v9' : variant };
    case 'armhf':
      return { architecture: 'arm', variant: 'v7' };
    case 'armel':
      return { architecture: 'arm', variant: 'v6' };
    case 'arm':
      if (variant === '' || variant === '7') return { architecture, variant: 'v7' };
      return { architecture, variant: ['5', '6', '8'].includes(variant) ? `v${variant}` : variant };
    default:
      return { architecture, variant };
  }
}

/** The platform with the names everybody uses, as platforms.Normalize gives them. */
export function normalizePlatform(platform: Platform): Platform {
  return { ...platform, os: normalizeSystem(platform.os), ...normalizeArchitecture(platform.architecture, platform.variant) };
}

function decodeOption(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** `linux/arm64`, `windows(10.0.17763)/amd64`, `arm64`, `linux`; with the error text of containerd's platforms.Parse. */
export function parsePlatform(text: string): Parsed<Platform> {
  const fail = (message: string): Parsed<Platform> => ({ ok: false, error: `${message}: invalid argument` });
  const ok = (value: Platform): Parsed<Platform> => ({ ok: true, value });
  if (text.includes('*')) return fail(`${quote(text)}: wildcards not yet supported`);
  const parts = text.split('/');
  if (parts.length > 4) parts.splice(3, parts.length, parts.slice(3).join('/'));
  const first = new RegExp(system).exec(parts[0]!);
  if (first === null) {
    return fail(
      `${quote(parts[0]!)} is an invalid OS component of ${quote(text)}: OSAndVersion specifier component must match ${quote(system)}`,
    );
  }
  for (const part of parts.slice(1)) {
    if (!new RegExp(component).test(part)) {
      return fail(`${quote(part)} is an invalid component of ${quote(text)}: platform specifier component must match ${quote(component)}`);
    }
  }
  const os = normalizeSystem(first[1]!);
  const osVersion = decodeOption(first[2] ?? '');
  if (parts.length === 1) {
    if (systems.has(os)) return ok({ os, architecture: 'amd64', variant: '', osVersion });
    const { architecture, variant } = normalizeArchitecture(parts[0]!, '');
    if (!architectures.has(architecture)) return fail(`${quote(text)}: unknown operating system or architecture`);
    return ok({ os: 'linux', architecture, variant: architecture === 'arm' && variant === 'v7' ? '' : variant, osVersion });
  }
  if (parts.length > 3) return fail(`${quote(text)}: cannot parse platform specifier`);
  const { architecture, variant } = normalizeArchitecture(parts[1]!, parts[2] ?? '');
  if (parts.length === 2) return ok({ os, architecture, variant: architecture === 'arm' && variant === 'v7' ? '' : variant, osVersion });
  return ok({ os, architecture, variant: architecture === 'arm64' && variant === '' ? 'v8' : variant, osVersion });
}

/** `os/architecture/variant`, as platforms.Format; `withVersion` puts the version of the system behind its name, as FormatAll. */
export function formatPlatform(platform: Platform, withVersion: boolean): string {
  const os = withVersion && platform.osVersion !== '' ? `${platform.os}(${platform.osVersion})` : platform.os;
  return [os, platform.architecture, platform.variant].filter((part) => part !== '').join('/');
}
