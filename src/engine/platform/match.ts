import { normalizePlatform, type Platform } from '../dockerfile/values/platform.ts';

/** A platform as configs and indexes write it. */
export interface Offered {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string | undefined;
  readonly 'os.version'?: string | undefined;
  readonly 'os.features'?: readonly string[] | undefined;
}

/** What a config or index says, with the usual names. */
export const platformOf = ({ os, architecture, variant = '', 'os.version': osVersion = '' }: Offered): Platform =>
  normalizePlatform({ os, architecture, variant, osVersion });

/** Whether two platforms are the same but for spelling. */
export function samePlatform(a: Platform, b: Platform): boolean {
  const left = normalizePlatform(a);
  const right = normalizePlatform(b);
  return left.os === right.os && left.architecture === right.architecture && left.variant === right.variant;
}

/**
 * The one of several that serves a platform best, as `platforms.Only` orders them: the platform itself, then older variants of its
 * architecture, then 386 for amd64 and arm for arm64; of equals the first. Undefined when none does.
 */
export function bestPlatform<T>(wanted: Platform, items: readonly T[], offered: (item: T) => Offered | undefined): T | undefined {
  for (const platform of compatible(normalizePlatform(wanted)))
    for (const item of items) {
      const has = offered(item);
      if (has !== undefined && (has['os.features'] ?? []).length === 0 && samePlatform(platformOf(has), platform)) return item;
    }
  return undefined;
}

/**
 * Whether an image serves a platform in the engine's eyes: as `bestPlatform` has it, or the same architecture when the image names no
 * variant. Source: moby daemon/images OnlyPlatformWithFallback.
 */
export function servesPlatform(wanted: Platform, image: Offered): boolean {
  if (bestPlatform(wanted, [image], (it) => it) !== undefined) return true;
  if (image.variant) return false;
  const [asked, has] = [normalizePlatform(wanted), platformOf(image)];
  return asked.os === has.os && asked.architecture === has.architecture;
}

/** containerd platforms.platformVector. */
function compatible(platform: Platform): Platform[] {
  const { architecture, variant } = platform;
  const version = /^v(\d+)$/.exec(variant)?.[1];
  const older = (lowest: number): Platform[] => {
    const out: Platform[] = [];
    for (let at = Number(version ?? 0) - 1; at >= lowest; at--) out.push({ ...platform, variant: `v${at}` });
    return out;
  };
  switch (architecture) {
    case 'amd64':
      return [platform, ...older(1), { ...platform, architecture: '386', variant: '' }];
    case 'arm':
      return [platform, ...older(5)];
    case 'arm64':
      return [...arm64(platform), ...compatible({ ...platform, architecture: 'arm', variant: 'v8' })];
    default:
      return [platform];
  }
}

/** arm64 v8.x takes lower v8; v9.x takes lower v9 and v8 up to five minors more. */
function arm64(platform: Platform): Platform[] {
  const [, major, minor = '0'] = /^v([89])(?:\.(\d))?$/.exec(platform.variant || 'v8') ?? [];
  if (major === undefined) return [];
  const down = (of: string, from: number): Platform[] =>
    Array.from({ length: from + 1 }, (_, i) => ({ ...platform, variant: i === from ? `v${of}` : `v${of}.${from - i}` }));
  return major === '8' ? down('8', Number(minor)) : [...down('9', Number(minor)), ...down('8', Number(minor) + 5)];
}
