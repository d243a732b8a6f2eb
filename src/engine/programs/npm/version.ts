/** Compares `1.2.3` numbers; what follows a dash makes a version older (semver.org). */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => (/^v?(\d+)\.?(\d+)?\.?(\d+)?/.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0)));
  for (let i = 0; i < 3; i++) {
    const difference = (x![i] ?? 0) - (y![i] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.includes('-')) - Number(a.includes('-'));
}

const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).slice(0, 3).map(Number);
const next = (parts: readonly number[], at: number): string =>
  [0, 1, 2].map((i) => (i < at ? (parts[i] ?? 0) : i === at ? (parts[i] ?? 0) + 1 : 0)).join('.');

/** Whether a version is in a range: `^1.2`, `~1.2.3`, `1.x`, `>=1 <2`, `1 || 2`, `*`, `latest`. */
export function inRange(version: string, range: string): boolean {
  return range.split('||').some((part) => inPart(version, part.trim()));
}

function inPart(version: string, range: string): boolean {
  if (range === '' || range === '*' || range === 'latest' || range === 'x') return true;
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(range);
  if (hyphen !== null) return compareVersions(version, hyphen[1]!) >= 0 && compareVersions(version, hyphen[2]!) <= 0;
  return range
    .replace(/([<>=~^]+)\s+/g, '$1')
    .split(/\s+/)
    .every((clause) => {
      const [, operator = '', wanted = ''] = /^([<>=~^]*)v?(.*)$/.exec(clause) ?? [];
      const parts = numbers(wanted);
      const order = compareVersions(version, wanted.replace(/[xX*]/g, '0'));
      if (operator === '^') {
        const first = parts.findIndex((part) => part > 0);
        return order >= 0 && compareVersions(version, next(parts, first < 0 ? Math.min(2, Math.max(0, parts.length - 1)) : first)) < 0;
      }
      if (operator === '~') return order >= 0 && compareVersions(version, next(parts, parts.length > 1 ? 1 : 0)) < 0;
      if (operator === '>=') return order >= 0;
      if (operator === '>') return order > 0;
      if (operator === '<') return order < 0;
      if (operator === '<=') return order <= 0;
      if (parts.length < 3 || /[xX*]/.test(wanted)) return parts.every((part, i) => numbers(version)[i] === part);
      return order === 0;
    });
}

/** The lowest version that a range names: `4.18.2` for `^4.18.2`; undefined for none. */
export function lowest(range: string): string | undefined {
  const parts = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(range.split('||').at(-1)!);
  return parts === null || /</.test(range.split('||').at(-1)!.trim()[0] ?? '')
    ? undefined
    : [parts[1], parts[2] ?? '0', parts[3] ?? '0'].join('.');
}
