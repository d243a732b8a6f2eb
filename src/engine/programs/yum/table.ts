import type { Rpm } from './data.ts';

const WIDTH = 80;
const LINE = '='.repeat(WIDTH);

/** A size as yum (base 1024, `78 k`) writes it. */
export function sizeText(bytes: number): string {
  let size = bytes;
  for (const unit of ['', 'k', 'M', 'G']) {
    if (size < 1024 || unit === 'G')
      return unit === '' ? `${Math.round(size)}` : size < 9.95 ? `${size.toFixed(1)} ${unit}` : `${Math.round(size)} ${unit}`;
    size /= 1024;
  }
  return '';
}

/** The transaction as a table of 80 columns. */
export function table(sections: readonly (readonly [title: string, packages: readonly Rpm[]])[], repository: string, dnf: boolean): string {
  const rows = sections.flatMap(([, packages]) => packages);
  const width = (at: (rpm: Rpm) => string, least: number): number => Math.max(least, ...rows.map((rpm) => at(rpm).length));
  const widths = [
    width((rpm) => rpm.name, 7) + 1,
    width((rpm) => rpm.arch, dnf ? 12 : 4),
    width((rpm) => rpm.version, 7),
    Math.max(repository.length, 10),
  ] as const;
  const spare = Math.max(0, WIDTH - 1 - widths.reduce((sum, each) => sum + each + 1, 0) - 6);
  const pad = widths.map((each, at) => each + (at < 3 ? Math.floor(spare / 3) : spare % 3));
  const row = (name: string, arch: string, version: string, repo: string, size: string): string =>
    ` ${name.padEnd(pad[0]!)} ${arch.padEnd(pad[1]!)} ${version.padEnd(pad[2]!)} ${repo.padEnd(pad[3]!)} ${size.padStart(5)}\n`;
  const body = sections
    .filter(([, packages]) => packages.length > 0)
    .map(
      ([title, packages]) =>
        `${title}\n${packages.map((rpm) => row(rpm.name, rpm.arch, rpm.version, repository, sizeText(rpm.size))).join('')}`,
    );
  return `${LINE}\n${row('Package', dnf ? 'Architecture' : 'Arch', 'Version', 'Repository', 'Size')}${LINE}\n${body.join('')}\nTransaction Summary\n${LINE}\n`;
}
