import { type ByteString, EXECUTE, type Stat, SysError } from '../../../../kernel/index.ts';
import { matchPattern } from '../../../../shell/expand/pattern.ts';
import { Regex } from '../../../regex/index.ts';
import type { Call } from '../../applet.ts';
import { parseMode } from '../../mode.ts';
import { unsigned } from '../../numbers.ts';
import { lastComponent } from '../../paths.ts';
import { groupId, userId } from '../chown.ts';
import type { Found } from './action.ts';
import { agedBy, meets, wanted, wantedSize } from './compare.ts';

type Test = (found: Found) => boolean;

const KINDS: Readonly<Record<string, Stat['kind']>> = { f: 'file', d: 'dir', l: 'symlink', b: 'block', c: 'char', s: 'socket', p: 'fifo' };

/** Tests that take no argument. */
export function plainTest(a: Call, word: string): Test | undefined {
  switch (word) {
    case '-executable':
      return ({ path }) => a.p.fs.can(path, EXECUTE);
    case '-empty':
      return ({ stat: { inode } }) => (inode.kind === 'dir' ? inode.entries.size === 0 : inode.kind === 'file' && inode.body.size === 0);
    default:
      return undefined;
  }
}

/** Makes a test that takes an argument; undefined when there is none of this name. Ends the applet when the argument is wrong. */
export function argumentTest(a: Call, word: string, argument: () => ByteString): Test | undefined {
  const { fs } = a.p;
  switch (word) {
    case '-name':
    case '-iname':
      return patternTest(argument(), word === '-iname', ({ path }) => lastComponent(path));
    case '-path':
    case '-wholename':
    case '-ipath':
      return patternTest(argument(), word === '-ipath', ({ path }) => path);
    case '-regex': {
      const regex = new Regex(argument());
      return ({ path }) => {
        const found = regex.find(path);
        return found !== undefined && found.start === 0 && found.end === path.length;
      };
    }
    case '-type': {
      const letter = argument();
      const kind = KINDS[letter] ?? a.die(`invalid argument '${letter}' to '-type'`);
      return ({ stat }) => stat.kind === kind;
    }
    case '-perm':
      return permTest(a, argument());
    case '-mtime':
    case '-atime':
    case '-ctime':
      return ageTest(a, argument(), 86_400);
    case '-mmin':
    case '-amin':
    case '-cmin':
      return ageTest(a, argument(), 60);
    case '-newer': {
      const than = statOf(a, argument());
      return ({ stat }) => Math.floor(stat.mtime) > Math.floor(than.mtime);
    }
    case '-samefile': {
      const path = argument();
      const other = statOf(a, path);
      return ({ stat }) => stat.dev === other.dev && stat.ino === other.ino;
    }
    case '-inum': {
      const text = argument();
      const ino = unsigned(text) ?? a.die(`invalid number '${text}'`);
      return ({ stat }) => stat.ino === ino;
    }
    case '-links': {
      const want = wanted(a, argument());
      return ({ stat }) => meets(stat.nlink, want);
    }
    case '-size': {
      const want = wantedSize(a, argument());
      return ({ stat }) => meets(stat.size, want);
    }
    case '-user': {
      const uid = userId(a, argument());
      return ({ stat }) => stat.uid === uid;
    }
    case '-group': {
      const gid = groupId(a, argument());
      return ({ stat }) => stat.gid === gid;
    }
    default:
      return undefined;
  }

  function statOf(call: Call, path: ByteString): Stat {
    try {
      return fs.stat(path);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      return call.die(`can't stat '${path}': ${error.message}`);
    }
  }
}

function patternTest(pattern: ByteString, fold: boolean, text: (found: Found) => ByteString): Test {
  const lower = (value: string): string => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return fold ? (found) => matchPattern(lower(pattern), lower(text(found))) : (found) => matchPattern(pattern, text(found));
}

function ageTest(a: Call, text: string, unit: number): Test {
  const want = wanted(a, text);
  const now = Math.floor(a.p.now());
  return ({ stat }) => agedBy(now - Math.floor(stat.mtime), want, unit);
}

/** `-perm MODE`: exactly; `-MODE`: all bits; `/MODE` or `+OCTAL`: any bit. */
function permTest(a: Call, text: string): Test {
  const sign = /^[-/]/.test(text) || /^\+[0-7]/.test(text) ? text[0]! : '';
  const mask = parseMode(text.slice(sign.length), 0, a.p.umask) ?? a.die(`invalid mode '${text}'`);
  return ({ stat }) =>
    sign === '' ? stat.mode === mask : sign === '-' ? (stat.mode & mask) === mask : mask === 0 || (stat.mode & mask) !== 0;
}
