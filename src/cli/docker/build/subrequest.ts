import { type BuildkitRequest, readImageName } from '../../../engine/build/index.ts';
import { formatCheck, lint, parseDockerfile } from '../../../engine/dockerfile/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { alignTabs } from '../../format/index.ts';
import { BuildError } from './build-error.ts';
import type { BuildkitContext } from './buildkit-context.ts';

/** `--check` and `--call`: questions about the Dockerfile that build nothing. Source: docker/buildx commands/build.go, buildkit subrequests. */
export function* subrequest(context: Context, call: string, request: BuildkitRequest, files: BuildkitContext): Step<number> {
  const [name = ''] = call.split(',');
  if (files.dockerfile === undefined)
    throw new BuildError(`failed to solve: failed to read dockerfile: open ${files.dockerfileName}: no such file or directory`);
  const file = parseDockerfile(files.dockerfile);
  switch (name) {
    case 'check':
    case 'lint': {
      const result = lint(file, { imageName: readImageName, buildArgs: request.args, target: request.target });
      const { stdout, stderr, exit } = formatCheck(result, file.text, files.dockerfileName);
      yield* context.out(stdout);
      yield* context.err(stderr);
      return exit;
    }
    case 'targets': {
      if (file.error !== undefined) throw new BuildError(`failed to solve: ${file.error.message}`);
      const rows = ['TARGET\tDESCRIPTION'];
      for (const [i, { from }] of file.stages.entries()) {
        const last = i === file.stages.length - 1;
        const label = [from.stage, last ? '(default)' : ''].filter((part) => part !== '').join(' ');
        if (label !== '') rows.push(`${label}\t${from.comment}`);
      }
      yield* context.out(alignTabs(`${rows.join('\n')}\n`, { minWidth: 1, padding: 4 }));
      return 0;
    }
    case 'outline':
      throw new BuildError('strata: --call=outline is not simulated');
    default:
      throw new BuildError(`unknown call format ${JSON.stringify(name)}`);
  }
}
