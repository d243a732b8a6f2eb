// Accounts: the shadow tools (useradd, groupadd, usermod …) and Debian's adduser, chosen by the name they are called.
// Knows /etc/passwd, group, shadow, gshadow, subuid and home directories; refuses to know logins and password hashes.
// Messages were recorded from shadow 4.13 and adduser 3.134; busybox has applets of its own.
import { type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { adduser, chpasswd, deluser } from './debian.ts';
import { AccountError } from './failure.ts';
import { OptionError } from './getopt.ts';
import { groupadd, groupdel, groupmod } from './groups.ts';
import { USAGE } from './usage.ts';
import { useradd, userdel, usermod } from './users.ts';

const TOOLS: Readonly<Record<string, (p: Process, args: readonly string[]) => Step<number>>> = {
  useradd,
  usermod,
  userdel,
  groupadd,
  groupmod,
  groupdel,
};

const accounts: Program = function* main(p: Process): Run {
  const name = (p.argv[0] ?? '').split('/').at(-1)!;
  const args = p.argv.slice(1);
  try {
    const tool = TOOLS[name];
    if (tool === undefined) return yield* debian(p, name, args);
    if (args.includes('--help') || args.includes('-h')) {
      yield* p.write(1, USAGE[name] ?? '');
      return 0;
    }
    if (p.credentials.uid !== 0) throw new SysError('EACCES');
    return yield* tool(p, args);
  } catch (error) {
    if (error instanceof OptionError) {
      yield* p.write(2, `${name}: ${error.message}\n${USAGE[name] ?? ''}`);
      return 2;
    }
    if (error instanceof AccountError) {
      if (error.message !== '') yield* p.write(2, `${name}: ${error.message}\n`);
      if (error.usage) yield* p.write(2, USAGE[name] ?? '');
      return error.status;
    }
    if (!(error instanceof SysError)) throw error;
    const file = name.startsWith('group') ? '/etc/group' : '/etc/passwd';
    yield* p.write(
      2,
      `${name}: ${error.errno === 'EACCES' ? 'Permission denied.' : error.message}\n${name}: cannot lock ${file}; try again later.\n`,
    );
    return name.startsWith('group') ? 10 : 1;
  }
};

function* debian(p: Process, name: string, args: readonly string[]): Step<number> {
  if (p.credentials.uid !== 0) {
    yield* p.write(2, `${name}: Only root may add a user or group to the system.\n`);
    return 1;
  }
  if (name === 'adduser' || name === 'addgroup') return yield* adduser(p, name, args);
  if (name === 'deluser' || name === 'delgroup') return yield* deluser(p, name, args);
  if (name === 'chpasswd') return yield* chpasswd(p);
  yield* p.write(2, `strata: ${name} is not simulated\n`);
  return 1;
}

export const programs: Readonly<Record<string, Program>> = { accounts };
