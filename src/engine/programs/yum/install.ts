import type { Process, Step } from '../../kernel/index.ts';
import { type Call, type Say, YumError } from './call.ts';
import { type Installed, type Rpm, type RpmPart, readDatabase, rpms } from './data.ts';
import { metadata } from './metadata.ts';
import { agreed, resolved, title } from './resolution.ts';
import { sizeText, table } from './table.ts';
import { log, place, save } from './transaction.ts';

/** `yum install`. */
export function* install(p: Process, call: Call, say: Say): Step<number> {
  const repository = yield* metadata(p, call, say);
  const { part, packages } = yield* rpms(p);
  const here = readDatabase(p);
  const missing: string[] = [];
  const wanted: Rpm[] = [];
  for (const word of call.words) {
    const found =
      packages.get(word) ??
      [...packages.values()].find(
        (each) =>
          `${each.name}-${each.version}` === word ||
          `${each.name}-${each.version.split('-')[0]}` === word ||
          `${each.name}.${each.arch}` === word,
      );
    if (found === undefined) missing.push(word);
    else if (here.has(found.name))
      yield* say(
        call.dnf
          ? `Package ${found.name}-${here.get(found.name)!.version}.${found.arch} is already installed.\n`
          : `Package ${found.name}-${here.get(found.name)!.version}.${found.arch} already installed and latest version\n`,
      );
    else wanted.push(found);
  }
  if (call.dnf && missing.length > 0) {
    for (const word of missing) yield* p.write(2, `No match for argument: ${word}\n`);
    throw new YumError(`Error: Unable to find a match: ${missing.join(' ')}`);
  }
  for (const word of missing) yield* say(`No package ${word} available.\n`);
  if (wanted.length === 0) {
    if (missing.length > 0) throw new YumError('Error: Nothing to do');
    yield* say(call.dnf ? 'Dependencies resolved.\nNothing to do.\nComplete!\n' : 'Nothing to do\n');
    return 0;
  }
  const chosen = new Map(wanted.map((each) => [each.name, each]));
  const extra: Rpm[] = [];
  const queue = [...wanted];
  for (let at = 0; at < queue.length; at++)
    for (const name of queue[at]!.depends) {
      const other = packages.get(name);
      if (other === undefined || here.has(name) || chosen.has(name)) continue;
      chosen.set(name, other);
      extra.push(other);
      queue.push(other);
    }
  const byName = (a: Rpm, b: Rpm): number => (a.name < b.name ? -1 : 1);
  wanted.sort(byName);
  extra.sort(byName);
  yield* resolved(call, say, [...wanted, ...extra].sort(byName), 'will be installed');
  yield* say(
    table(
      [
        ['Installing:', wanted],
        [call.dnf ? 'Installing dependencies:' : 'Installing for dependencies:', extra],
      ],
      repository.id,
      call.dnf,
    ),
  );
  const count = chosen.size;
  const plural = (n: number): string => `${n} Package${n === 1 ? '' : 's'}`;
  yield* say(
    call.dnf
      ? `Install  ${plural(count)}\n\n`
      : `Install  ${wanted.length} Package${wanted.length === 1 ? '' : 's'}${extra.length > 0 ? ` (+${extra.length} Dependent package${extra.length === 1 ? '' : 's'})` : ''}\n\n`,
  );
  const bytes = queue.reduce((sum, each) => sum + each.size, 0);
  yield* say(
    `Total download size: ${sizeText(bytes)}\nInstalled size: ${sizeText(queue.reduce((sum, each) => sum + each.installed, 0))}\n`,
  );
  if (!(yield* agreed(p, call))) return 1;
  return yield* transact(p, call, say, { order: order(queue, chosen), part, here, wanted, extra, repository: repository.id, bytes });
}

/** Dependencies before what needs them. */
function order(queue: readonly Rpm[], chosen: ReadonlyMap<string, Rpm>): Rpm[] {
  const done = new Set<string>();
  const out: Rpm[] = [];
  const visit = (rpm: Rpm): void => {
    if (done.has(rpm.name)) return;
    done.add(rpm.name);
    for (const name of rpm.depends) if (chosen.has(name)) visit(chosen.get(name)!);
    out.push(rpm);
  };
  for (const each of queue) visit(each);
  return out;
}

interface Work {
  readonly order: readonly Rpm[];
  readonly part: RpmPart | undefined;
  readonly here: Map<string, Installed>;
  readonly wanted: readonly Rpm[];
  readonly extra: readonly Rpm[];
  readonly repository: string;
  readonly bytes: number;
}

function* transact(p: Process, call: Call, say: Say, { order: packages, part, here, wanted, extra, bytes }: Work): Step<number> {
  const total = packages.length;
  if (call.dnf) {
    yield* say('Downloading Packages:\n');
    for (const [at, each] of packages.entries())
      yield* say(
        `${(total > 1 ? `(${at + 1}/${total}): ` : '') + title(each)}.rpm`
          .padEnd(48)
          .concat(` 2.4 MB/s | ${sizeText(each.size).replace(' ', ' ')}B     00:00    \n`),
      );
    yield* say(
      `${'-'.repeat(80)}\n${'Total'.padEnd(48)} 3.1 MB/s | ${sizeText(bytes)}B     00:00     \nRunning transaction check\nTransaction check succeeded.\nRunning transaction test\nTransaction test succeeded.\nRunning transaction\n  Preparing        :${' '.repeat(56)}1/1 \n`,
    );
  } else
    yield* say(
      'Downloading packages:\nRunning transaction check\nRunning transaction test\nTransaction test succeeded\nRunning transaction\n',
    );
  const line = (verb: string, each: Rpm, at: number): string =>
    `  ${verb.padEnd(call.dnf ? 16 : 10)} : ${title(each)}`.padEnd(72 - String(at).length).concat(` ${at}/${total} \n`);
  for (const [at, each] of packages.entries()) {
    yield* say(line('Installing', each, at + 1));
    const paths = part === undefined ? [] : yield* place(p, each, part);
    here.set(each.name, { name: each.name, version: each.version, arch: each.arch, size: each.installed, paths, description: each.name });
  }
  for (const [at, each] of packages.entries()) yield* say(line('Verifying', each, at + 1));
  save(p, here);
  log(p, call.dnf ? '/var/log/dnf.rpm.log' : '/var/log/yum.log', packages.map((each) => `Installed: ${title(each)}`).join('\n'));
  const names = (list: readonly Rpm[]): string =>
    list.map((each) => `  ${call.dnf ? title(each) : `${each.name}.${each.arch} 0:${each.version}`}`.padEnd(80).concat('\n')).join('');
  yield* say(
    call.dnf
      ? `\nInstalled:\n${names([...wanted, ...extra])}\nComplete!\n`
      : `\nInstalled:\n${names(wanted)}${extra.length > 0 ? `\nDependency Installed:\n${names(extra)}` : ''}\nComplete!\n`,
  );
  return 0;
}
