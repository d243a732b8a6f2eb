import { type BuildkitRequest, outlineOf, readImageName, SolveError } from '../../../engine/build/index.ts';
import { formatCheck, lint, parseDockerfile } from '../../../engine/dockerfile/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { BuildError } from './build-error.ts';
import type { BuildkitContext } from './buildkit-context.ts';
import { outlineJson, outlineTable, targetsJson, targetsTable } from './outline-text.ts';

/** `--check` and `--call`: questions about the Dockerfile that build nothing. Source: docker/buildx commands/build.go, buildkit subrequests. */
export function* subrequest(context: Context, call: string, request: BuildkitRequest, files: BuildkitContext): Step<number> {
  const [name = '', ...options] = call.split(',');
  const asJson = options.includes('format=json');
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
      yield* context.out(asJson ? targetsJson(file) : targetsTable(file));
      return 0;
    }
    case 'outline': {
      if (file.error !== undefined) throw new BuildError(`failed to solve: ${file.error.message}`);
      try {
        const outline = outlineOf(file, request.target, request.args);
        yield* context.out(asJson ? outlineJson(outline, file.text) : outlineTable(outline));
        return 0;
      } catch (error) {
        if (error instanceof SolveError) throw new BuildError(`failed to solve: ${error.message}`);
        throw error;
      }
    }
    default: {
      const unsupported = `unsupported request frontend.${name}`;
      throw new BuildError(`failed to solve: ${unsupported}: ${unsupported}`);
    }
  }
}
