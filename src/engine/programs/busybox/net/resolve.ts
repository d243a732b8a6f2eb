import { type ByteString, fromBytes, type Process, SysError } from '../../../kernel/index.ts';

/** A host that a name or address leads to. */
export interface Host {
  readonly name: ByteString;
  readonly address: string;
}

/**
 * Looks a host name or an IPv4 address up: addresses stand for themselves, names are those of /etc/hosts. Undefined when
 * there is none: a container here has no name server it could reach. Every network applet asks here and nowhere else.
 */
export function resolveHost(p: Process, name: ByteString): Host | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name) && name.split('.').every((part) => Number(part) < 256)) return { name, address: name };
  let text: string;
  try {
    text = fromBytes(p.fs.readFile('/etc/hosts', 1024 * 1024));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return undefined;
  }
  for (const line of text.split('\n')) {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (address !== undefined && !address.includes(':') && names.includes(name)) return { name: names[0]!, address };
  }
  return undefined;
}
