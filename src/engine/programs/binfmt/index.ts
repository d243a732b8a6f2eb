// tonistiigi/binfmt: makes a machine run the programs of other architectures by emulation.
// Knows its options and what it prints; refuses to know how emulation is done: the kernel only asks whether there is any.
import { capable, type Process, type Program, type Run } from '../../kernel/index.ts';

/** Architectures it has an emulator for, with the emulator's name. */
const EMULATORS: Readonly<Record<string, string>> = {
  arm64: 'qemu-aarch64',
  arm: 'qemu-arm',
  riscv64: 'qemu-riscv64',
  ppc64le: 'qemu-ppc64le',
  s390x: 'qemu-s390x',
  mips64: 'qemu-mips64',
  mips64le: 'qemu-mips64el',
  loong64: 'qemu-loongarch64',
};

/** In the order that the program lists platforms. */
const ORDER = ['arm64', 'riscv64', 'ppc64le', 's390x', 'mips64le', 'mips64', 'loong64', 'arm'];
const SHOWN: Readonly<Record<string, readonly string[]>> = { arm: ['linux/arm/v7', 'linux/arm/v6'] };

const binfmt: Program = function* binfmt(process): Run {
  const words = process.argv.slice(1);
  const values = (name: string): string[] =>
    words.flatMap((word, i) => {
      if (word === `--${name}` || word === `-${name}`) return (words[i + 1] ?? '').split(',');
      return word.startsWith(`--${name}=`) ? word.slice(name.length + 3).split(',') : [];
    });
  const host = process.ns.machine;
  for (const name of values('uninstall')) {
    const architecture = ORDER.find((known) => known === name || EMULATORS[known] === name || name === 'qemu-*');
    if (architecture === undefined || !host.emulated.includes(architecture)) yield* process.write(1, `uninstalling: ${name} not found\n`);
    else {
      host.emulated = host.emulated.filter((known) => known !== architecture);
      yield* process.write(1, `uninstalling: ${EMULATORS[architecture]} OK\n`);
    }
  }
  for (const name of values('install')) yield* install(process, name);
  yield* process.write(1, report(process));
  return 0;
};

function* install(process: Process, name: string): Run {
  const host = process.ns.machine;
  for (const architecture of name === 'all' ? ORDER : [name]) {
    if (EMULATORS[architecture] === undefined) yield* process.write(1, `installing: ${architecture} not found\n`);
    else if (!capable(process.credentials, 'SYS_ADMIN'))
      yield* process.write(
        1,
        `installing: ${architecture} cannot mount binfmt_misc filesystem at /proc/sys/fs/binfmt_misc: operation not permitted\n`,
      );
    else if (host.emulated.includes(architecture)) continue;
    else {
      host.emulated = [...host.emulated, architecture];
      yield* process.write(1, `installing: ${architecture} OK\n`);
    }
  }
  return 0;
}

function report(process: Process): string {
  const { emulated } = process.ns.machine;
  const found = ORDER.filter((architecture) => emulated.includes(architecture));
  const supported = [
    'linux/amd64',
    'linux/amd64/v2',
    'linux/amd64/v3',
    'linux/amd64/v4',
    ...found.filter((name) => name !== 'arm' && !name.startsWith('mips') && name !== 'loong64').map((name) => `linux/${name}`),
    'linux/386',
    ...found.filter((name) => name.startsWith('mips') || name === 'loong64').map((name) => `linux/${name}`),
    ...(emulated.includes('arm') ? SHOWN.arm! : []),
  ];
  const emulators = found.map((architecture) => EMULATORS[architecture]!).sort();
  return `${JSON.stringify({ supported, emulators: emulators.length === 0 ? null : emulators }, undefined, 2)}\n`;
}

export const programs: Readonly<Record<string, Program>> = { binfmt };
