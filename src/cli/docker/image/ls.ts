import { type ImageSummary, listImages } from '../../../engine/daemon/image/index.ts';
import { familiarName, parseReference } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { type GoStruct, goTime, humanSize, humanSizeWithPrecision, listRow, truncateId } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { ago, printList } from '../list.ts';
import { imageTree } from './tree.ts';

export const IMAGE_HEADINGS = {
  ID: 'IMAGE ID',
  Repository: 'REPOSITORY',
  Tag: 'TAG',
  Digest: 'DIGEST',
  CreatedSince: 'CREATED',
  CreatedAt: 'CREATED AT',
  Size: 'SIZE',
  Containers: 'CONTAINERS',
  VirtualSize: 'SIZE',
  SharedSize: 'SHARED SIZE',
  UniqueSize: 'UNIQUE SIZE',
};

/** Flags that the tree does not know, and what the client calls them. */
const NOT_WITH_TREE = [
  ['quiet', 'quiet'],
  ['no-trunc', 'no-trunc'],
  ['digests', 'show-digest'],
  ['format', 'format'],
] as const;

const CREATED = '{{if .CreatedSince }}{{.CreatedSince}}{{else}}N/A{{end}}';

/** `docker images`. Source: docker/cli cli/command/image/list.go, cli/command/formatter/image.go. */
export const ls: Command = {
  paths: ['image ls', 'image list', 'images'],
  *run(context, flags, args) {
    const refused = flags.bool('tree')
      ? NOT_WITH_TREE.find(([flag]) => (flag === 'format' ? flags.string(flag) !== '' : flags.bool(flag)))
      : undefined;
    if (refused !== undefined) {
      yield* context.err(`--${refused[1]} is not yet supported with --tree\n`);
      return 1;
    }
    const filters = new Map(flags.filters());
    if (args[0] !== undefined && args[0] !== '') filters.set('reference', [...(filters.get('reference') ?? []), args[0]]);
    const images = listImages(context.daemon, { all: flags.bool('all'), filters });
    if (flags.bool('tree')) {
      yield* context.out(imageTree(context, images, flags.bool('all')));
      return 0;
    }
    const format = formatOf(flags);
    const showDigests = flags.bool('digests') || format.includes('{{.Digest}}');
    const rows = images.flatMap((image) =>
      rowsOf(image, { digests: showDigests, allDigests: flags.bool('digests') }).map((row) =>
        imageRow(context, image, row, !flags.bool('no-trunc')),
      ),
    );
    return yield* printList(context, { format, headings: IMAGE_HEADINGS, rows });
  },
};

function formatOf(flags: ParsedFlags): string {
  const format = flags.string('format') || 'table';
  const quiet = flags.bool('quiet');
  const digests = flags.bool('digests');
  if (format === 'table') {
    if (quiet) return '{{.ID}}';
    return `table {{.Repository}}\t{{.Tag}}\t${digests ? '{{.Digest}}\t' : ''}{{.ID}}\t${CREATED}\t{{.Size}}`;
  }
  if (format === 'raw') {
    if (quiet) return 'image_id: {{.ID}}';
    const digest = digests ? 'digest: {{.Digest}}\n' : '';
    return `repository: {{ .Repository }}\ntag: {{.Tag}}\n${digest}image_id: {{.ID}}\ncreated_at: {{.CreatedAt}}\nvirtual_size: {{.Size}}\n`;
  }
  return format.startsWith('table') && digests && !format.includes('{{.Digest}}') ? `${format}\t{{.Digest}}` : format;
}

export interface ImageRow {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

const NONE = '<none>';

/** The rows an image has in a list: one for each tag, or for each digest of a repository without tags; one in all when it dangles. */
export function rowsOf(image: ImageSummary, show: { digests: boolean; allDigests: boolean }): ImageRow[] {
  if (image.repoTags.length === 0 && image.repoDigests.length === 0) return [{ repository: NONE, tag: NONE, digest: NONE }];
  const digests = byRepository(image.repoDigests, (text) => parseReference(text).digest ?? '');
  const rows: ImageRow[] = [];
  for (const [repository, tags] of byRepository(image.repoTags, (text) => parseReference(text).tag ?? '')) {
    const known = show.digests ? (digests.get(repository) ?? []) : [];
    digests.delete(repository);
    for (const tag of tags) for (const digest of known.length === 0 ? [NONE] : known) rows.push({ repository, tag, digest });
  }
  for (const [repository, known] of digests)
    for (const digest of show.allDigests ? known : ['']) rows.push({ repository, tag: NONE, digest });
  return rows;
}

function byRepository(references: readonly string[], part: (text: string) => string): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const text of references) {
    const name = familiarName(parseReference(text));
    out.set(name, [...(out.get(name) ?? []), part(text)]);
  }
  return out;
}

/** An image's row as templates see it. Shared sizes are told only where they were asked for. */
export function imageRow(context: Context, image: ImageSummary, row: ImageRow, truncate: boolean, shared?: number): GoStruct {
  // An image of which no time is known is told as made when Unix time began.
  const created = image.created?.seconds ?? 0;
  return listRow('*formatter.imageContext', {
    ID: truncate ? truncateId(image.id) : image.id,
    Repository: row.repository,
    Tag: row.tag,
    Digest: row.digest,
    CreatedSince: ago(context, created),
    CreatedAt: goTime(created),
    Size: humanSizeWithPrecision(image.size, 3),
    Containers: String(image.containers),
    VirtualSize: humanSize(image.size),
    SharedSize: shared === undefined ? 'N/A' : humanSize(shared),
    UniqueSize: shared === undefined ? 'N/A' : humanSize(image.size - shared),
  });
}
