import type { Container } from '../../../engine/container/index.ts';
import { baseSize, containerSize, networksOf } from '../../../engine/daemon/container/index.ts';
import { findImage } from '../../../engine/daemon/image/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { familiarString, parseReference } from '../../../engine/reference/index.ts';
import {
  ellipsis,
  type GoStruct,
  type GoValue,
  goTime,
  humanDuration,
  humanSizeWithPrecision,
  listRow,
  renderList,
  TemplateError,
  truncateId,
} from '../../format/index.ts';
import type { Command } from '../command.ts';
import { printList } from '../list.ts';
import { listContainers } from './filter.ts';
import { displayPorts, listedPorts } from './published.ts';
import { commandColumn, commandText, statusText } from './status.ts';

const HEADINGS = {
  ID: 'CONTAINER ID',
  Names: 'NAMES',
  Image: 'IMAGE',
  Command: 'COMMAND',
  CreatedAt: 'CREATED AT',
  RunningFor: 'CREATED',
  Ports: 'PORTS',
  State: 'STATE',
  Status: 'STATUS',
  Size: 'SIZE',
  Labels: 'LABELS',
  Mounts: 'MOUNTS',
  LocalVolumes: 'LOCAL VOLUMES',
  Networks: 'NETWORKS',
};
const TABLE = 'table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}\t{{.Names}}';

const RAW =
  'container_id: {{.ID}}\nimage: {{.Image}}\ncommand: {{.Command}}\ncreated_at: {{.CreatedAt}}\nstate: {{- pad .State 1 0}}\nstatus: {{- pad .Status 1 0}}\nnames: {{.Names}}\nlabels: {{- pad .Labels 1 0}}\nports: {{- pad .Ports 1 0}}\n';

/** `docker ps`. Source: docker/cli cli/command/container/list.go, formatter/container.go. */
export const ps: Command = {
  paths: ['container ls', 'ps'],
  *run(context, flags) {
    const { daemon } = context;
    const last = flags.bool('latest') && !flags.changed('last') ? 1 : flags.int('last');
    const all = flags.bool('all') || last > 0;
    const problem = templateProblem(flags.string('format'));
    if (problem !== undefined) {
      yield* context.err(`${problem}\n`);
      return 1;
    }
    const found = listContainers(daemon, flags.filters(), all).slice(0, last > 0 ? last : undefined);
    const whole = flags.bool('no-trunc');
    const quiet = flags.bool('quiet');
    const withSize = flags.bool('size');
    const given = flags.string('format');
    const table = quiet ? 'table {{.ID}}' : withSize ? `${TABLE}\t{{.Size}}` : TABLE;
    const format = given === '' || given === 'table' ? table : given === 'raw' ? `${RAW}${withSize ? 'size: {{.Size}}\n' : ''}` : given;
    if (quiet && given !== '') yield* context.err('WARNING: Ignoring custom format, because both --format and --quiet are set.\n');
    if (quiet) {
      yield* context.out(found.map(({ id }) => `${whole ? id : truncateId(id)}\n`).join(''));
      return 0;
    }
    const rows = found.map((container) => row(daemon, container, whole, withSize || /\.Size\b/.test(given)));
    return yield* printList(context, { format, headings: HEADINGS, rows });
  },
};

/** What is wrong with a format: `docker ps` tries it before it asks the engine. */
function templateProblem(format: string): string | undefined {
  if (format === '' || format === 'table') return undefined;
  const blank = Object.fromEntries([...Object.keys(HEADINGS), 'Platform'].map((name) => [name, '']));
  const trial = listRow('*formatter.ContainerContext', { ...blank, Label: { params: ['string'], call: () => '' } });
  try {
    renderList({ format: format.replace(/^table/, ''), headings: HEADINGS, rows: [trial] });
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return error.message.replace(
      'template parsing error',
      error.phase === 'parse' ? 'failed to parse template' : 'failed to execute template',
    );
  }
}

function row(daemon: Daemon, container: Container, whole: boolean, sized: boolean): GoStruct {
  const { id, config, created, mounts, name } = container;
  const labels = Object.entries(config.Labels ?? {});
  const mountNames = mounts.map((mount) => mount.Name ?? mount.Source).map((text) => (whole ? text : ellipsis(text, 15)));
  return listRow('*formatter.ContainerContext', {
    Command: commandColumn(commandText(container), whole, ellipsis),
    CreatedAt: goTime(Math.floor(created)),
    ID: whole ? id : truncateId(id),
    Image: imageColumn(daemon, container, whole),
    Labels: labels
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join(','),
    Label: { params: ['string'], call: (key: GoValue) => config.Labels?.[String(key)] ?? '' },
    LocalVolumes: String(mounts.filter((mount) => mount.Type === 'volume').length),
    Mounts: mountNames.join(','),
    Names: name,
    Networks: networksOf(container).join(','),
    Platform: null,
    Ports: displayPorts(listedPorts(daemon, container)),
    RunningFor: `${humanDuration(Math.max(0, daemon.now() - created))} ago`,
    Size: () => (sized ? sizeColumn(daemon, container) : '0B'),
    State: container.state.status,
    Status: statusText(daemon, container),
  });
}

/** The image as it was named, without its digest; its id when that name leads elsewhere or nowhere (moby daemon/list.go refreshImage). */
function imageColumn(daemon: Daemon, { image, imageRef }: Container, whole: boolean): string {
  if (imageRef.replace(/^sha256:/, '') === image.slice('sha256:'.length)) return whole ? imageRef : truncateId(imageRef);
  if (imageNamed(daemon, imageRef) !== image) return whole ? image : truncateId(image);
  const { digest, ...named } = parseReference(imageRef);
  return whole || digest === undefined ? imageRef : familiarString(named);
}

function imageNamed(daemon: Daemon, name: string): string | undefined {
  try {
    return findImage(daemon, name).id;
  } catch (error) {
    if (error instanceof DockerError) return undefined;
    throw error;
  }
}

function sizeColumn(daemon: Daemon, container: Container): string {
  const own = containerSize(daemon, container);
  const base = daemon.state.images.images.has(container.image) ? baseSize(daemon, container) : 0;
  return `${humanSizeWithPrecision(own, 3)} (virtual ${humanSizeWithPrecision(own + base, 3)})`;
}
