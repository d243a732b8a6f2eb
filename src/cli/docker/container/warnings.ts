import { formatPlatform } from '../../../engine/dockerfile/index.ts';
import type { Image } from '../../../engine/store/index.ts';
import type { ParsedFlags } from '../../flags/index.ts';

/** The platform of the machine, as the engine detects it. */
const HOST = 'linux/amd64/v4';

/** What the engine has to say about a container that it made all the same. Source: moby daemon/create.go, daemon_unix.go. */
export function creationWarnings(flags: ParsedFlags, image: Image): string[] {
  const { os, architecture, variant = '' } = image.config;
  const out: string[] = [];
  if (flags.string('platform') === '' && architecture !== '' && (os !== 'linux' || (architecture !== 'amd64' && architecture !== '386'))) {
    const platform = formatPlatform({ os, architecture, variant, osVersion: '' }, false);
    out.push(
      `The requested image's platform (${platform}) does not match the detected host platform (${HOST}) and no specific platform was requested`,
    );
  }
  if (flags.int('blkio-weight') > 0)
    out.push('Your kernel does not support Block I/O weight or the cgroup is not mounted. Weight discarded.');
  if (flags.list('blkio-weight-device').length > 0)
    out.push('Your kernel does not support Block I/O weight_device or the cgroup is not mounted. Weight-device discarded.');
  return out;
}
