import { findImage, type HistoryRow, imageHistory } from '../../../engine/daemon/image/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { ellipsis, type GoStruct, humanSizeWithPrecision, listRow, rfc3339, truncateId } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { ago, printList } from '../list.ts';
import { forPlatform, platformProblem } from './platform.ts';

const HEADINGS = {
  ID: 'IMAGE',
  CreatedSince: 'CREATED',
  CreatedAt: 'CREATED AT',
  CreatedBy: 'CREATED BY',
  Size: 'SIZE',
  Comment: 'COMMENT',
};

/** Columns that the command of a row may take in a table. */
const COMMAND_WIDTH = 45;

/** `docker history`. Source: docker/cli cli/command/image/history.go, formatter_history.go. */
export const history: Command = {
  paths: ['image history', 'history'],
  *run(context, flags, args) {
    const name = args[0]!;
    const problem = platformProblem(flags.string('platform'));
    if (problem !== undefined) {
      yield* context.err(`invalid platform: ${problem}\n`);
      return 1;
    }
    const image = forPlatform(context.daemon, findImage(context.daemon, name), name, flags.string('platform'));
    const rows = imageHistory(context.daemon, image).map((row) => rowOf(context, row, flags));
    return yield* printList(context, { format: formatOf(flags), headings: HEADINGS, rows });
  },
};

function formatOf(flags: ParsedFlags): string {
  const format = flags.string('format') || 'table';
  if (format !== 'table') return format;
  if (flags.bool('quiet')) return '{{.ID}}';
  const created = flags.bool('human') ? '{{if .CreatedSince}}{{.CreatedSince}}{{else}}N/A{{end}}' : '{{.CreatedAt}}';
  return `table {{.ID}}\t${created}\t{{.CreatedBy}}\t{{.Size}}\t{{.Comment}}`;
}

function rowOf(context: Context, row: HistoryRow, flags: ParsedFlags): GoStruct {
  const truncate = !flags.bool('no-trunc');
  const command = row.createdBy.replaceAll('\t', ' ');
  const { created } = row;
  return listRow('*image.historyContext', {
    ID: truncate ? (row.id.startsWith('sha256:') ? truncateId(row.id) : row.id) : row.id,
    CreatedAt: created === undefined ? '' : rfc3339(created.seconds),
    CreatedSince: created === undefined ? '' : ago(context, created.seconds),
    CreatedBy: truncate ? ellipsis(command, COMMAND_WIDTH) : command,
    Size: flags.bool('human') ? humanSizeWithPrecision(row.size, 3) : String(row.size),
    Comment: row.comment,
  });
}
