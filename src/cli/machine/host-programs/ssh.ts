import {
  encodeText,
  type Namespace,
  type OpenFile,
  type Process,
  type Program,
  type Run,
  statusCode,
} from '../../../engine/kernel/index.ts';

/** `ssh HOST [COMMAND]`: a shell on another machine of the World. Nobody asks for a key or a password here. */
export function ssh(machineNamed: (name: string) => Namespace | undefined): Program {
  return function* ssh(p): Run {
    const words = p.argv.slice(1);
    let terminal = false;
    while (words[0]?.startsWith('-')) {
      const option = words.shift()!;
      if (/^-[opliF]$/.test(option)) words.shift();
      terminal ||= /^-t+$/.test(option);
    }
    const [target, ...command] = words;
    if (target === undefined) {
      yield* p.write(2, 'usage: ssh [-o option] [user@]host [command [argument ...]]\n');
      return 255;
    }
    const host = target.split('@').at(-1)!;
    const ns = machineNamed(host);
    if (ns === undefined) {
      yield* p.write(2, `ssh: Could not resolve hostname ${host}: Name or service not known\n`);
      return 255;
    }
    return yield* shellOn(p, ns, command.join(' '), terminal || command.length === 0);
  };
}

function* shellOn(p: Process, ns: Namespace, command: string, terminal: boolean): Run {
  const argv = command === '' ? ['-sh'] : ['sh', '-c', command];
  const env = new Map([...p.env].filter(([name]) => name === 'TERM' || name === 'PATH' || name === 'LANG'));
  for (const [name, value] of [
    ['HOME', '/root'],
    ['USER', 'root'],
    ['SHELL', '/bin/sh'],
  ] as const)
    env.set(name, value);
  const files = [0, 1, 2].map((fd) => (terminal ? p.io.at(fd) : plain(p.io.at(fd))));
  const remote = p.kernel.start({ ns, argv, env, credentials: { uid: 0, gid: 0, groups: [0] }, cwd: '/root', files });
  remote.session = p.session;
  remote.group = p.group;
  remote.run = remote.load('/bin/sh', argv.map(encodeText), env);
  yield { ready: () => remote.status !== undefined, uninterruptible: true };
  return remote.status === undefined ? 255 : statusCode(remote.status);
}

/** What a command sees of the terminal when ssh was not told to give it one (-t): a way to read and write, and no more. */
function plain(file: OpenFile): OpenFile {
  if (file.tty !== true) return file;
  return {
    refs: 0,
    readable: file.readable,
    writable: file.writable,
    read: (max) => file.read(max),
    write: (bytes, now) => file.write(bytes, now),
    canRead: () => file.canRead(),
    canWrite: () => file.canWrite(),
    close: () => {},
    stat: () => file.stat(),
  };
}
