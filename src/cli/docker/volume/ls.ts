import type { Volume } from '../../../engine/container/index.ts';
import { listVolumes } from '../../../engine/daemon/volume/index.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { type GoStruct, type GoValue, humanSize, listRow } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { printList } from '../list.ts';
import { mountpoint } from './inspect.ts';

export const VOLUME_HEADINGS = {
  Name: 'VOLUME NAME',
  Driver: 'DRIVER',
  Scope: 'SCOPE',
  Availability: 'AVAILABILITY',
  Mountpoint: 'MOUNTPOINT',
  Labels: 'LABELS',
  Links: 'LINKS',
  Size: 'SIZE',
  Group: 'GROUP',
  Status: 'STATUS',
};

/** `docker volume ls`. Source: docker/cli cli/command/volume/list.go, cli/command/formatter/volume.go. */
export const ls: Command = {
  paths: ['volume ls', 'volume list'],
  *run(context, flags) {
    const volumes = listVolumes(context.daemon, flags.filters());
    return yield* printList(context, {
      format: formatOf(flags),
      headings: VOLUME_HEADINGS,
      rows: volumes.map((volume) => volumeRow(volume)),
    });
  },
};

function formatOf(flags: ParsedFlags): string {
  const format = flags.string('format') || 'table';
  const quiet = flags.bool('quiet');
  if (format === 'raw') return quiet ? 'name: {{.Name}}' : 'name: {{.Name}}\ndriver: {{.Driver}}\n';
  if (format !== 'table') return format;
  if (quiet) return '{{.Name}}';
  return 'table {{.Driver}}\t{{.Name}}';
}

/** A volume's row as templates see it. Links and size are told only where they were asked for. */
export function volumeRow(volume: Volume, usage?: { readonly links: number; readonly size: number }): GoStruct {
  const labels = volume.labels ?? {};
  return listRow('*formatter.volumeContext', {
    Name: volume.name,
    Driver: volume.driver,
    Scope: 'local',
    Availability: 'N/A',
    Mountpoint: mountpoint(volume.name),
    Labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join(','),
    Label: { params: ['string'], call: (label: GoValue) => labels[String(label)] ?? '' },
    Links: usage === undefined ? 'N/A' : String(usage.links),
    Size: usage === undefined ? 'N/A' : humanSize(usage.size),
    Group: 'N/A',
    Status: 'N/A',
  });
}
