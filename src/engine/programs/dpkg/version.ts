const order = (letter: string | undefined): number =>
  letter === undefined || /\d/.test(letter)
    ? 0
    : letter === '~'
      ? -1
      : /[a-zA-Z]/.test(letter)
        ? letter.charCodeAt(0)
        : letter.charCodeAt(0) + 256;

/** Compares upstream versions or revisions by turns of non-digits and digits (deb-version(7)). */
function compareParts(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    while ((i < a.length && !/\d/.test(a[i]!)) || (j < b.length && !/\d/.test(b[j]!))) {
      const difference = order(a[i]) - order(b[j]);
      if (difference !== 0) return difference;
      i++;
      j++;
    }
    const x = /^\d*/.exec(a.slice(i))![0];
    const y = /^\d*/.exec(b.slice(j))![0];
    i += x.length;
    j += y.length;
    const [m, n] = [x.replace(/^0+/, ''), y.replace(/^0+/, '')];
    if (m.length !== n.length) return m.length - n.length;
    if (m !== n) return m < n ? -1 : 1;
  }
  return 0;
}

function split(version: string): { epoch: number; upstream: string; revision: string } {
  const [, epoch = '0', rest = ''] = /^(?:(\d+):)?(.*)$/.exec(version) ?? [];
  const dash = rest.lastIndexOf('-');
  return { epoch: Number(epoch), upstream: dash < 0 ? rest : rest.slice(0, dash), revision: dash < 0 ? '' : rest.slice(dash + 1) };
}

/** Negative when `a` is the older Debian version, 0 when they are equal (deb-version(7)). */
export function compareVersions(a: string, b: string): number {
  const x = split(a);
  const y = split(b);
  return x.epoch - y.epoch || compareParts(x.upstream, y.upstream) || compareParts(x.revision, y.revision);
}
