import type { Process, Step } from '../../kernel/index.ts';
import { civilFrom } from '../busybox/dates/index.ts';
import { branchOf, type Commit, findRepository, GitError, readCommit, resolve } from './repository.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateText(seconds: number): string {
  const { year, month, day, hour, minute, second, weekday } = civilFrom(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${DAYS[weekday]} ${MONTHS[month]} ${day} ${two(hour)}:${two(minute)}:${two(second)} ${year} +0000`;
}

/** git log: whole, --oneline, -n, --format. */
export function* log(p: Process, args: readonly string[]): Step<number> {
  const repository = findRepository(p);
  const head = resolve(p, repository);
  if (head === undefined) throw new GitError(`fatal: your current branch '${branchOf(p, repository)}' does not have any commits yet`);
  const at = args.findIndex((word) => /^-(?:n|\d+|-max-count)/.test(word));
  const limit = at < 0 ? 1000 : Number(/\d+/.exec(args[at]!)?.[0] ?? args[at + 1]);
  const format = args.find((word) => /^--(?:format|pretty)=/.test(word))?.replace(/^--(?:format|pretty)=(?:format:)?/, '');
  let next: string | undefined = head;
  for (let count = 0; next !== undefined && count < limit; count++) {
    const one: Commit | undefined = readCommit(p, repository, next);
    if (one === undefined) break;
    const subject = one.message.split('\n')[0]!;
    if (args.includes('--oneline') || format === 'oneline')
      yield* p.write(1, `${format === 'oneline' ? one.id : one.id.slice(0, 7)} ${subject}\n`);
    else if (format !== undefined)
      yield* p.write(
        1,
        `${format.replace(/%(?:H|h|s|an|ae|ad)/g, (mark) => ({ '%H': one.id, '%h': one.id.slice(0, 7), '%s': subject, '%an': one.author.replace(/ <.*/, ''), '%ae': /<(.*)>/.exec(one.author)?.[1] ?? '', '%ad': dateText(one.seconds) })[mark] ?? mark)}\n`,
      );
    else
      yield* p.write(
        1,
        `${count > 0 ? '\n' : ''}commit ${one.id}\nAuthor: ${one.author}\nDate:   ${dateText(one.seconds)}\n\n${one.message
          .replace(/\n*$/, '')
          .split('\n')
          .map((line) => `    ${line}\n`)
          .join('')}`,
      );
    next = one.parent;
  }
  return 0;
}
