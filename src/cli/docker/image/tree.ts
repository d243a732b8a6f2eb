import type { ImageSummary, TargetSummary } from '../../../engine/daemon/image/index.ts';
import { shownPlatform } from '../../../engine/daemon/image/index.ts';
import type { Context } from '../../command.ts';
import { humanSizeWithPrecision, truncateId } from '../../format/index.ts';

const WARNING = "WARNING: This is an experimental feature. The output may change and shouldn't be depended on.";
const SPACING = 3;
/** The narrowest that the first column may become. */
const NARROWEST = 12;
const COLUMNS = [
  { title: 'ID', width: 12, right: false },
  { title: 'DISK USAGE', width: 10, right: true },
  { title: 'CONTENT SIZE', width: 12, right: true },
  { title: 'EXTRA', width: 5, right: false },
] as const;

/** What a line tells beside its name. */
interface Details {
  readonly id: string;
  readonly diskUsage: number;
  readonly contentSize: number;
  readonly used: boolean;
}

interface Node extends Details {
  readonly names: readonly string[];
  readonly children: readonly (Details & { readonly platform: string })[];
}

const ansi = (codes: string, text: string): string => `${codes}${text}\x1b[0m`;
const size = (bytes: number): string => humanSizeWithPrecision(bytes, 3);
const isTarget = (image: ImageSummary): image is TargetSummary => 'platforms' in image;

/** `docker images --tree`: images with their platforms. Source: docker/cli cli/command/image/tree.go. */
export function imageTree(context: Context, images: readonly ImageSummary[], all: boolean): string {
  const terminal = context.outIsTerminal;
  const total = terminal ? widthOf(context) : 80;
  const nodes = images.filter(({ repoTags }) => all || repoTags.length > 0).map((image) => nodeOf(context, image));
  let left = total;
  let shown = 0;
  for (const { width } of COLUMNS) {
    if (left - width - SPACING < NARROWEST) break;
    left -= width + SPACING;
    shown++;
  }
  const columns = COLUMNS.slice(0, shown);
  const first = Math.min(left, widest(nodes));
  const gap = ' '.repeat(SPACING);
  const line = (details: Details): string =>
    columns
      .map(({ title, width, right }) => {
        const text = cell(title, details);
        if (title === 'EXTRA') return `${gap}${chip(text, width, terminal)}`;
        const fill = ' '.repeat(Math.max(0, width - text.length));
        const painted = terminal ? ansi('\x1b[39m', text) : text;
        return `${gap}${right ? fill : ''}${painted}${right ? '' : fill}`;
      })
      .join('');
  const name = (text: string, codes: string): string => {
    const cut = [...text].length > first ? `${[...text].slice(0, first - 1).join('')}…` : text;
    return `${terminal ? ansi(codes, cut) : cut}${' '.repeat(Math.max(0, first - [...cut].length))}`;
  };
  const header = [`${ansi('\x1b[39m\x1b[1m', 'IMAGE')}${' '.repeat(Math.max(0, first - 5))}`]
    .concat(
      columns.map(
        ({ title, width }, index) =>
          `${gap}${ansi('\x1b[39m\x1b[1m', title)}${index === columns.length - 1 ? '' : ' '.repeat(width - title.length)}`,
      ),
    )
    .join('');
  const body = nodes.map((node) => {
    const shown = node.names.length === 0 ? ['<untagged>'] : node.names;
    const names = shown.map((text) => (terminal ? ansi('\x1b[34m\x1b[1m', shorten(text, first)) : shorten(text, first)));
    const last = names.length - 1;
    const top = names.map((text, index) => (index < last ? text : name(shown[last]!, '\x1b[34m\x1b[1m'))).join('\n');
    const children = node.children.map((child, index) => {
      const branch = index === node.children.length - 1 ? '└─ ' : '├─ ';
      return `${name(`${branch}${child.platform}`, '\x1b[39m')}${line(child)}\n`;
    });
    return `${top}${line(node)}\n${children.length === 0 ? '' : `${children.join('')}\n`}`;
  });
  return `${terminal ? ansi('\x1b[93m', WARNING) : WARNING}\n${legend(total, terminal)}\n\n${header}\n${body.join('')}`;
}

const shorten = (text: string, width: number): string => ([...text].length > width ? `${[...text].slice(0, width - 1).join('')}…` : text);

function cell(title: (typeof COLUMNS)[number]['title'], details: Details): string {
  if (title === 'ID') return truncateId(details.id);
  if (title === 'DISK USAGE') return size(details.diskUsage);
  if (title === 'CONTENT SIZE') return size(details.contentSize);
  return details.used ? 'U' : '';
}

function chip(text: string, width: number, terminal: boolean): string {
  if (text === '') return ' '.repeat(width);
  return terminal ? `\x1b[38;5;0m\x1b[48;5;14m ${text} \x1b[0m${' '.repeat(width - 3)}` : text.padEnd(width);
}

function legend(total: number, terminal: boolean): string {
  const plain = 'Info ->  U In Use ';
  if (!terminal) return `${' '.repeat(Math.max(0, total - plain.length))}${plain}`;
  const text = '\x1b[1m\x1b[106m\x1b[30mi\x1b[0m\x1b[0m \x1b[96mInfo → \x1b[0m\x1b[0m \x1b[38;5;0m\x1b[48;5;14m U \x1b[0m In Use ';
  return `${' '.repeat(Math.max(0, total - 21))}${text}`;
}

function widthOf({ process }: Context): number {
  const file = process.io.has(1) ? (process.io.at(1) as { columns?: number }) : {};
  return Math.max(20, file.columns ?? 80);
}

function nodeOf({ daemon }: Context, image: ImageSummary): Node {
  const platforms = isTarget(image) ? image.platforms.filter(({ kind }) => kind === 'image') : [];
  const used = image.containers > 0;
  const users = [...daemon.state.containers.values()].filter((container) => container.image === image.id);
  return {
    names: image.repoTags,
    id: image.id,
    diskUsage: image.size,
    contentSize: isTarget(image) ? platforms.reduce((sum, item) => sum + item.size, 0) : 0,
    used,
    children: platforms.map((item) => ({
      platform: item.platform === undefined ? 'unknown' : shownPlatform(item.platform),
      id: item.descriptor.digest,
      diskUsage: item.size + item.unpacked,
      contentSize: item.size,
      used: users.some((container) => container.imageManifest?.digest === item.descriptor.digest),
    })),
  };
}

/** Bytes of the longest name or branch, as the client measures it. */
function widest(nodes: readonly Node[]): number {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  return Math.max(
    5,
    ...nodes.flatMap(({ names, children }) => [...names.map(bytes), ...children.map(({ platform }) => bytes('└─ ') + bytes(platform))]),
  );
}
