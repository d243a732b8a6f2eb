import { pruneVolumes, type VolumePruneReport } from '../../../engine/daemon/volume/index.ts';
import { profileFacts } from '../../../engine/profile/index.ts';
import { humanSize } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';

const ANONYMOUS = 'WARNING! This will remove anonymous local volumes not used by at least one container.';
const ALL = 'WARNING! This will remove all local volumes not used by at least one container.';

/** The lines on what volumes a prune removed; empty for none. */
export const deletedVolumes = ({ removed }: VolumePruneReport): string =>
  removed.length === 0 ? '' : `Deleted Volumes:\n${removed.join('\n')}\n`;

/** `docker volume prune`. Source: docker/cli cli/command/volume/prune.go. */
export const prune: Command = {
  paths: ['volume prune'],
  *run(context, flags) {
    const all = flags.bool('all');
    const filters = new Map(flags.filters());
    if (all && filters.has('all')) {
      yield* context.err('conflicting options: cannot specify both --all and --filter all=1\n');
      return 1;
    }
    if (all) filters.set('all', ['true']);
    if (!flags.bool('force') && !(yield* confirm(context, all || profileFacts(context.daemon.state).release === '20.10' ? ALL : ANONYMOUS)))
      return 0;
    const report = pruneVolumes(context.daemon, filters);
    const deleted = deletedVolumes(report);
    yield* context.out(`${deleted === '' ? '' : `${deleted}\n`}Total reclaimed space: ${humanSize(report.reclaimed)}\n`);
    return 0;
  },
};
