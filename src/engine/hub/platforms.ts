/** How the names in a tree, and the sizes of machine code, depend on the architecture. */
interface Architecture {
  /** GNU's triplet, as Debian's library directories have it. */
  readonly triplet: string;
  /** `uname -m`. */
  readonly machine: string;
  /** Debian's name; Alpine's and Fedora's are close to `machine`. */
  readonly debian: string;
  readonly alpine: string;
  /** The dynamic loader of glibc. */
  readonly loader: string;
  /** Size of code, with amd64's as 1. */
  readonly code: number;
}

const arch = (triplet: string, machine: string, debian: string, alpine: string, loader: string, code: number): Architecture => ({
  triplet,
  machine,
  debian,
  alpine,
  loader,
  code,
});

/** By `architecture[/variant]` of a platform. */
const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  amd64: arch('x86_64-linux-gnu', 'x86_64', 'amd64', 'x86_64', 'ld-linux-x86-64.so.2', 1),
  '386': arch('i386-linux-gnu', 'i686', 'i386', 'x86', 'ld-linux.so.2', 1.03),
  'arm/v5': arch('arm-linux-gnueabi', 'armv5l', 'armel', 'armel', 'ld-linux.so.3', 0.86),
  'arm/v6': arch('arm-linux-gnueabihf', 'armv6l', 'armhf', 'armhf', 'ld-linux-armhf.so.3', 0.84),
  'arm/v7': arch('arm-linux-gnueabihf', 'armv7l', 'armhf', 'armv7', 'ld-linux-armhf.so.3', 0.81),
  'arm64/v8': arch('aarch64-linux-gnu', 'aarch64', 'arm64', 'aarch64', 'ld-linux-aarch64.so.1', 1.05),
  ppc64le: arch('powerpc64le-linux-gnu', 'ppc64le', 'ppc64el', 'ppc64le', 'ld64.so.2', 1.2),
  riscv64: arch('riscv64-linux-gnu', 'riscv64', 'riscv64', 'riscv64', 'ld-linux-riscv64-lp64d.so.1', 0.93),
  s390x: arch('s390x-linux-gnu', 's390x', 's390x', 's390x', 'ld64.so.1', 1.08),
};

export const architectureOf = (platform: string): Architecture => ARCHITECTURES[platform] ?? ARCHITECTURES.amd64!;

/** Puts an architecture's names into a text: `{T}` triplet, `{M}` machine, `{A}` Debian's name, `{K}` Alpine's, `{L}` the loader, `{G}` Go's. */
export function forPlatform(text: string, platform: string): string {
  const { triplet, machine, debian, alpine, loader } = architectureOf(platform);
  const names: Readonly<Record<string, string>> = { T: triplet, M: machine, A: debian, K: alpine, L: loader, G: platform.split('/')[0]! };
  return text.replace(/\{([TMAKLG])\}/g, (_, name: string) => names[name]!);
}

/** The members of a platform in an index or config. */
export function platformParts(platform: string): { architecture: string; os: 'linux'; variant?: string } {
  const [architecture = '', variant] = platform.split('/');
  return { architecture, os: 'linux', ...(variant === undefined ? {} : { variant }) };
}
