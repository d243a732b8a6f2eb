/** Long options that GNU's tools have and this busybox has not, as the short one it has; `=` at the end: it takes a value. */
const SHORT: Readonly<Record<string, string>> = {
  cat: 'number:n number-nonblank:b show-all:A show-ends:E squeeze-blank:s',
  chmod: 'recursive:R verbose:v changes:c quiet:f silent:f',
  chown: 'recursive:R verbose:v changes:c no-dereference:h quiet:f silent:f',
  cp: 'archive:a recursive:r force:f interactive:i no-dereference:P dereference:L preserve:p update:u link:l symbolic-link:s no-target-directory:T verbose:v',
  cut: 'bytes=:b characters=:c delimiter=:d fields=:f only-delimited:s',
  date: 'date=:d utc:u universal:u reference=:r rfc-email:R set=:s',
  df: 'human-readable:h all:a print-type:T inodes:i',
  du: 'all:a summarize:s human-readable:h max-depth=:d one-file-system:x total:c apparent-size:',
  grep: 'ignore-case:i invert-match:v count:c line-number:n quiet:q silent:q recursive:r extended-regexp:E fixed-strings:F files-with-matches:l only-matching:o word-regexp:w line-regexp:x no-filename:h with-filename:H max-count=:m regexp=:e file=:f after-context=:A before-context=:B context=:C no-messages:s color:',
  head: 'lines=:n bytes=:c quiet:q silent:q verbose:v',
  id: 'user:u group:g groups:G name:n real:r',
  ln: 'symbolic:s force:f no-dereference:n no-target-directory:T verbose:v',
  ls: 'all:a almost-all:A directory:d human-readable:h recursive:R reverse:r size:s inode:i classify:F numeric-uid-gid:n no-group:',
  mkdir: 'parents:p mode=:m verbose:v',
  mktemp: 'directory:d dry-run:u tmpdir:t quiet:q',
  mv: 'force:f interactive:i no-clobber:n no-target-directory:T verbose:v',
  paste: 'delimiters=:d serial:s',
  readlink: 'canonicalize:f no-newline:n',
  rm: 'recursive:r force:f interactive:i verbose:',
  rmdir: 'parents:p',
  sed: 'in-place:i expression=:e file=:f quiet:n silent:n regexp-extended:E',
  seq: 'separator=:s equal-width:w',
  sort: 'reverse:r unique:u numeric-sort:n key=:k field-separator=:t output=:o ignore-case:f version-sort:V human-numeric-sort:h stable:s check:c zero-terminated:z',
  split: 'lines=:l bytes=:b suffix-length=:a',
  stat: 'format=:c dereference:L file-system:f terse:t',
  tail: 'lines=:n bytes=:c follow:f quiet:q silent:q',
  tee: 'append:a ignore-interrupts:i',
  touch: 'no-create:c date=:d reference=:r',
  tr: 'delete:d squeeze-repeats:s complement:c',
  truncate: 'size=:s no-create:c',
  uname: 'all:a kernel-name:s nodename:n kernel-release:r machine:m operating-system:o processor:p',
  uniq: 'count:c repeated:d unique:u ignore-case:i skip-fields=:f',
  wc: 'lines:l words:w bytes:c chars:m max-line-length:L',
  xargs: 'null:0 max-args=:n no-run-if-empty:r replace=:I verbose:t',
};

type Options = ReadonlyMap<string, { readonly short: string; readonly value: boolean }>;

const tables = new Map<string, Options>(
  Object.entries(SHORT).map(([name, text]) => [
    name,
    new Map(
      text.split(' ').map((pair) => {
        const [long = '', short = ''] = pair.split(':');
        return [long.replace('=', ''), { short, value: long.endsWith('=') }];
      }),
    ),
  ]),
);

/** `date --rfc-3339=…` as a format. */
const RFC_3339: Readonly<Record<string, string>> = { date: '+%F', seconds: '+%F %T+00:00', ns: '+%F %T.%N+00:00' };

/** A tool's arguments with GNU's long options put as the short ones that busybox knows; what is not known stays and is complained of. */
export function gnuArguments(name: string, args: readonly string[]): string[] {
  const table = tables.get(name);
  if (table === undefined) return [...args];
  const out: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (word === '--') return [...out, ...args.slice(at)];
    const [, long, value] = /^--([a-z][a-z0-9-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const option = long === undefined ? undefined : table.get(long);
    if (name === 'date' && long === 'rfc-3339' && value !== undefined && RFC_3339[value] !== undefined) out.push(RFC_3339[value]);
    else if (option === undefined) out.push(word);
    else if (option.value) out.push(`-${option.short}`, value ?? args[++at] ?? '');
    else if (option.short !== '') out.push(`-${option.short}${name === 'sed' && value !== undefined ? value : ''}`);
  }
  return out;
}
