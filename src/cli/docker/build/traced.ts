import { BuildTracer, keepTrace, type TraceFacts } from '../../../engine/build/index.ts';
import { familiarString, fromCanonical } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';

type Request = Pick<TraceFacts, 'builder' | 'dockerfileName' | 'tags' | 'target' | 'noCache'> & {
  readonly dockerfilePath: string | undefined;
  readonly args: ReadonlyMap<string, string | undefined>;
};

/** A tracer for the build that the command at hand asks for. */
export function tracerFor(context: Context, request: Request): BuildTracer {
  const { process, daemon } = context;
  const { builder, dockerfileName, dockerfilePath, tags, target, args, noCache } = request;
  const chosen = context.env('DOCKER_BUILDKIT');
  return new BuildTracer(
    {
      builder,
      argv: [...process.argv],
      cwd: process.cwd,
      environment: chosen === undefined ? [] : [`DOCKER_BUILDKIT=${chosen}`],
      dockerfileName,
      ...(dockerfilePath === undefined ? {} : { dockerfilePath }),
      tags: tags.map((tag) => familiarString(fromCanonical(tag))),
      target,
      args: [...args].map(([name, value]) => (value === undefined ? name : `${name}=${value}`)),
      noCache,
    },
    daemon.now(),
  );
}

export { keepTrace };
