import type { Process, Step } from '../../kernel/index.ts';
import { osRelease } from '../service/index.ts';

/** The messages of /lib/lsb/init-functions. */
export interface Log {
  /** What is being done, and to whom; the line stays open. */
  begin(what: string, whom?: string): Step<void>;
  /** Ends the line; gives the status back. */
  end(status: number): Step<number>;
  /** A whole line that tells how something stands. */
  say(what: string, good: boolean): Step<void>;
}

/** The voice of the distribution, with colours where a terminal shows them. */
export function logs(p: Process): Log {
  const term = p.env.get('TERM') ?? '';
  const fancy = p.isatty(1) && term !== '' && term !== 'dumb';
  return osRelease(p, 'ID') === 'ubuntu' ? ubuntu(p, fancy) : debian(p, fancy);
}

const RED = '\x1b[31m';

function debian(p: Process, fancy: boolean): Log {
  const failed = fancy ? `${RED}failed!\x1b[0m` : 'failed!';
  const end = function* (status: number): Step<number> {
    yield* p.write(1, status === 0 ? '.\n' : ` ${failed}\n`);
    return status;
  };
  return {
    end,
    *begin(what, whom) {
      yield* p.write(1, whom === undefined ? `${what}:` : `${what}: ${whom}`);
    },
    *say(what, good) {
      yield* p.write(1, good ? what : `${what} ...`);
      yield* end(good ? 0 : 1);
    },
  };
}

/** Ubuntu's 50-ubuntu-logging; before 24.04 tput gives the way back from a colour. */
function ubuntu(p: Process, fancy: boolean): Log {
  const normal = Number(osRelease(p, 'VERSION_ID')?.split('.')[0] ?? 0) >= 24 ? '\x1b[0m' : '\x1b[39;49m';
  const columns = p.io.at(1).columns ?? 80;
  return {
    *begin(what, whom) {
      const line = ` * ${what}${whom === undefined ? '' : ` ${whom}`}`;
      yield* p.write(1, fancy ? `${line}       \x1b[${columns}G ` : `${line}\n`);
    },
    *end(status) {
      const answer = status === 0 ? '[ OK ]' : `[${RED}fail${normal}]`;
      yield* p.write(1, fancy ? `\r\x1b[${columns - 6}G${answer}\n` : status === 0 ? '   ...done.\n' : '   ...fail!\n');
      return status;
    },
    *say(what, good) {
      yield* p.write(1, !good && fancy ? ` ${RED}*${normal} ${what}\n` : ` * ${what}\n`);
    },
  };
}
