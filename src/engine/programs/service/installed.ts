import { fromBytes, type Process, SysError } from '../../kernel/index.ts';

/** A file's text as a byte string; empty when it cannot be read. */
function textOf(p: Process, path: string): string {
  try {
    return fromBytes(p.fs.readFile(path));
  } catch (error) {
    if (error instanceof SysError) return '';
    throw error;
  }
}

/** The version that a package manager's records have for the first of these packages that is installed (dpkg's, then apk's). */
function recordedVersion(p: Process, names: readonly string[]): string | undefined {
  const dpkg = textOf(p, '/var/lib/dpkg/status');
  const apk = textOf(p, '/lib/apk/db/installed');
  for (const name of names) {
    const entry = `\n${dpkg}`.split(`\nPackage: ${name}\n`)[1]?.split('\n\n')[0];
    const version =
      /^Version: (?:\d+:)?(\S+)/m.exec(entry ?? '')?.[1] ??
      /^V:(\S+)/m.exec(`\n${apk}`.split(`\nP:${name}\n`)[1]?.split('\n\n')[0] ?? '')?.[1];
    if (version !== undefined) return version;
  }
  return undefined;
}

/**
 * The upstream version of a program: what the image says of itself in its environment (`NGINX_VERSION`), then what the package
 * manager has recorded, then `otherwise`. `official`: the image says it.
 */
export function installedVersion(
  p: Process,
  variable: string,
  packages: readonly string[],
  otherwise: string,
): { version: string; official: boolean } {
  const told = /^\D*(\d+(?:\.\d+)*(?:[a-z]\d+)?)/.exec(p.env.get(variable) ?? '')?.[1];
  if (told !== undefined) return { version: told, official: true };
  const recorded = /^(\d+(?:\.\d+)*)/.exec(recordedVersion(p, packages) ?? '')?.[1];
  return { version: recorded ?? otherwise, official: false };
}

export const kernelRelease = (p: Process): string => textOf(p, '/proc/sys/kernel/osrelease').trim();
export const cpuCount = (p: Process): number => Math.max(1, (textOf(p, '/proc/cpuinfo').match(/^processor/gm) ?? []).length);

/** A field of /etc/os-release, such as `ID` or `VERSION_ID`. */
export const osRelease = (p: Process, field: string): string | undefined =>
  new RegExp(`^${field}="?([^"\\n]*)"?$`, 'm').exec(textOf(p, '/etc/os-release'))?.[1];
