/** What GNU's tools say where busybox's say something else: the host has those. One pattern for a message, without the name before it. */
type Wording = readonly [pattern: RegExp, gnu: string];

const TAR_FAILED = 'tar: Exiting with failure status due to previous errors';

const WORDINGS: Readonly<Record<string, readonly Wording[]>> = {
  cat: [[/^can't open '(.*)': (.*)$/, '$1: $2']],
  head: [[/^(.*): (.*)$/, "cannot open '$1' for reading: $2"]],
  tail: [
    [/^can't open '(.*)': (.*)$/, "cannot open '$1' for reading: $2"],
    [/^no files$/, ''],
  ],
  sort: [[/^(.*): (No such file or directory|Permission denied|Is a directory)$/, 'cannot read: $1: $2']],
  sed: [[/^(.*): (No such file or directory|Permission denied)$/, "can't read $1: $2"]],
  ls: [
    [/^can't open '(.*)': (.*)$/, "cannot open directory '$1': $2"],
    [/^(.*): (.*)$/, "cannot access '$1': $2"],
  ],
  rm: [
    [/^can't remove '(.*)': (.*)$/, "cannot remove '$1': $2"],
    [/^'(.*)' is a directory$/, "cannot remove '$1': Is a directory"],
  ],
  rmdir: [[/^'(.*)': (.*)$/, "failed to remove '$1': $2"]],
  mkdir: [[/^can't create directory '(.*)': (.*)$/, "cannot create directory '$1': $2"]],
  cp: [
    [/^can't stat '(.*)': (.*)$/, "cannot stat '$1': $2"],
    [/^omitting directory '(.*)'$/, "-r not specified; omitting directory '$1'"],
    [/^can't create '(.*)': (.*)$/, "cannot create regular file '$1': $2"],
  ],
  mv: [
    [/^can't rename '(.*)': (No such file or directory)$/, "cannot stat '$1': $2"],
    [/^can't stat '(.*)': (.*)$/, "cannot stat '$1': $2"],
  ],
  chmod: [[/^(.*): (No such file or directory)$/, "cannot access '$1': $2"]],
  tar: [
    [/^can't open '(.*)': (.*)$/, '$1: Cannot open: $2\ntar: Error is not recoverable: exiting now'],
    [/^(?:short read|invalid tar (?:magic|header checksum)|corrupted octal.*)$/, `This does not look like a tar archive\n${TAR_FAILED}`],
    [/^(.*): not found in archive$/, `$1: Not found in archive\n${TAR_FAILED}`],
    [/^removing leading '(.*)' from member names$/, "Removing leading `$1' from member names"],
    [/^(.*): file is the archive; skipping$/, '$1: file is the archive; not dumped'],
    [/^compressed$/, 'Archive is compressed. Use -z option\ntar: Error is not recoverable: exiting now'],
    [/^error exit delayed from previous errors$/, 'Exiting with failure status due to previous errors'],
    [/^([^ :]*): (No such file or directory)$/, '$1: Cannot stat: $2'],
    [/^can't change directory to '(.*)': (.*)$/, '$1: Cannot open: $2\ntar: Error is not recoverable: exiting now'],
  ],
  touch: [
    [/^can't stat ('.*'): (.*)$/, 'failed to get attributes of $1: $2'],
    [/^(.*): (.*)$/, "cannot touch '$1': $2"],
  ],
};

/** Tools that end with 2 where busybox's end with 1. */
const TROUBLE = new Set(['ls', 'sort', 'tar']);

/** The exit status as GNU's tool of that name has it. */
export const hostStatus = (name: string, status: number): number => (status === 1 && TROUBLE.has(name) ? 2 : status);

/** A line of standard error as GNU's tool of that name words it (coreutils 9, sed 4.9, in the C locale). */
export function hostVoice(text: string): string {
  const [, name = '', message = ''] = /^([a-z]+): ([^\n]*)\n$/.exec(text) ?? [];
  for (const [pattern, gnu] of WORDINGS[name] ?? []) {
    if (pattern.test(message)) return gnu === '' ? '' : `${name}: ${message.replace(pattern, gnu)}\n`;
  }
  return text;
}
