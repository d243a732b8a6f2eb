import { dialError, reach } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { DEFAULT_DOMAIN, familiarString, parseReference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';

/**
 * `docker manifest inspect REFERENCE`: the client asks the registry itself; one without encryption only with `--insecure`. Source: docker/cli
 * cli/command/manifest/inspect.go.
 */
export const inspect: Command = {
  paths: ['manifest inspect'],
  *run(context, flags, args) {
    if (args.length > 1 || flags.bool('verbose')) {
      yield* context.err('strata: "docker manifest inspect" of a manifest list, and --verbose, are not simulated\n');
      return 1;
    }
    try {
      const reference = withDefaultTag(parseReference(args[0]!));
      const { domain, path, tag = '', digest } = reference;
      const registry = yield* reach(context.daemon, domain);
      const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
      if (registry === undefined) {
        yield* context.err(`failed to configure transport: error pinging v2 registry: Get "https://${host}/v2/": ${dialError(host)}\n`);
        return 1;
      }
      const manifest = flags.bool('insecure') || domain === DEFAULT_DOMAIN ? yield* registry.getManifest(path, digest ?? tag) : undefined;
      if (manifest === undefined) {
        yield* context.err(`no such manifest: ${familiarString(reference)}\n`);
        return 1;
      }
      yield* context.out(`${JSON.stringify(JSON.parse(manifest.text), undefined, '\t')}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      yield* context.err(`${error.message}\n`);
      return 1;
    }
  },
};
