import type { Process, Step } from '../../kernel/index.ts';
import { generatedBody } from '../../tree/index.ts';
import { putFile, reaches } from '../package-data/index.ts';
import { type Call, type Say, YumError } from './call.ts';
import { distribution, hostOf, type Repository, repositories } from './data.ts';
import { BROKEN_REPOSITORY } from './words.ts';

/** What a repository's metadata takes in the cache. */
const CACHE_BYTES = 31_000_000;

/** Looks for every enabled repository; a mirror list or host that is gone ends yum in its long words. */
export function* metadata(p: Process, call: Call, say: Say): Step<Repository> {
  if (p.credentials.uid !== 0)
    throw new YumError(
      call.dnf
        ? 'Error: This command has to be run with superuser privileges (under the root user on most systems).'
        : 'You need to be root to perform this command.',
    );
  const all = repositories(p);
  if (all.length === 0)
    throw new YumError(
      call.dnf
        ? 'Error: There are no enabled repositories in "/etc/yum.repos.d".'
        : 'There are no enabled repos.\n Run "yum repolist all" to see the repos you have.',
    );
  const { tag } = distribution(p);
  if (!call.dnf) yield* say('Determining fastest mirrors\n');
  for (const repository of all) {
    const url = repository.list ?? repository.baseurl ?? '';
    const host = hostOf(url);
    const found = yield* reaches(p, host);
    const gone = !found || (/^(?:el6|el8)$/.test(tag) && /mirror\.centos\.org/.test(host));
    if (!gone) continue;
    if (!call.dnf) {
      if (repository.list !== undefined)
        yield* p.write(
          2,
          `Could not retrieve mirrorlist ${url} error was\n14: curl#6 - "Could not resolve host: ${host}; Unknown error"\n`,
        );
      else
        yield* p.write(
          2,
          `${url}repodata/repomd.xml: [Errno 14] curl#6 - "Could not resolve host: ${host}; Unknown error"\nTrying other mirror.\n`,
        );
      throw new YumError(
        `${BROKEN_REPOSITORY}\n${repository.list !== undefined ? `Cannot find a valid baseurl for repo: ${repository.id}/${tag.slice(2)}/x86_64` : `failure: repodata/repomd.xml from ${repository.id}: [Errno 256] No more mirrors to try.`}`,
      );
    }
    const mirrors = repository.list !== undefined;
    yield* say(`${repository.name.padEnd(48)} 0.0  B/s |   0  B     00:00    \n`);
    if (mirrors)
      yield* p.write(
        2,
        `Errors during downloading metadata for repository '${repository.id}':\n  - Curl error (6): Couldn't resolve host name for ${url} [Could not resolve host: ${host}]\n`,
      );
    throw new YumError(
      `Error: Failed to download metadata for repo '${repository.id}': Cannot ${mirrors ? "prepare internal mirrorlist: Curl error (6): Couldn't resolve host name for" : 'download repomd.xml: Cannot download repodata/repomd.xml: All mirrors were tried'}${mirrors ? ` ${url} [Could not resolve host: ${host}]` : ''}`,
    );
  }
  const cache = call.dnf ? '/var/cache/dnf' : '/var/cache/yum/x86_64/7';
  if (!p.fs.exists(`${cache}/${all[0]!.id}`)) {
    for (const repository of all) {
      if (call.dnf) yield* say(`${repository.name.slice(0, 44).padEnd(46)} 6.1 MB/s | 9.8 MB     00:01    \n`);
      yield* p.sleep(0.8);
    }
    for (const { id } of all) putFile(p, `${cache}/${id}/gen/primary_db.sqlite`, generatedBody({ seed: id.length, size: CACHE_BYTES }));
  }
  if (call.dnf)
    yield* say(
      'Last metadata expiration check: 0:00:01 ago on Thu Jan  1 00:00:00 2026.\n'.replace('Thu Jan  1 00:00:00 2026', dateText(p)),
    );
  return all[0]!;
}

function dateText(p: Process): string {
  const seconds = Math.floor(p.now());
  const days = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const rest = seconds % 86_400;
  return `${days[Math.floor(seconds / 86_400) % 7]} ${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)} UTC`;
}
