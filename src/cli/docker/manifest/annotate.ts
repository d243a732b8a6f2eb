import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';
import { manifestReference, reporting } from './reference.ts';
import { ManifestStore } from './store.ts';

/** Systems and architectures that a list may name. Source: docker/cli cli/command/manifest/util.go. */
const VALID: ReadonlySet<string> = new Set(
  Object.entries({
    darwin: '386 amd64 arm arm64',
    dragonfly: 'amd64',
    freebsd: '386 amd64 arm',
    linux: '386 amd64 arm arm64 ppc64le mips64 mips64le riscv64 s390x',
    netbsd: '386 amd64 arm',
    openbsd: '386 amd64 arm',
    plan9: '386 amd64',
    solaris: 'amd64',
    windows: '386 amd64',
  }).flatMap(([os, all]) => all.split(' ').map((architecture) => `${os}/${architecture}`)),
);

/** `docker manifest annotate LIST MANIFEST`: says what a manifest of a local list runs on. Source: docker/cli cli/command/manifest/annotate.go. */
export const annotate: Command = {
  paths: ['manifest annotate'],
  *run(context, flags, [listName = '', name = '']) {
    return yield* reporting(context, function* () {
      const list = manifestReference(listName, `annotate: error parsing name for manifest list ${listName}: `);
      const reference = manifestReference(name, `annotate: error parsing name for manifest ${name}: `);
      const store = new ManifestStore(context);
      const manifest = store.find(list, reference);
      if (manifest === undefined) throw new DockerError('NotFound', `manifest for image ${name} does not exist in ${listName}`);
      const old = manifest.Descriptor.platform ?? { architecture: '', os: '' };
      const [os, architecture, variant, version] = ['os', 'arch', 'variant', 'os-version'].map((flag) => flags.string(flag));
      const features = [...new Set([...(old['os.features'] ?? []), ...flags.list('os-features')])];
      const platform = {
        architecture: architecture || old.architecture,
        os: os || old.os,
        ...(version || old['os.version'] ? { 'os.version': version || old['os.version']! } : {}),
        ...(features.length > 0 ? { 'os.features': features } : {}),
        ...(variant || old.variant ? { variant: variant || old.variant! } : {}),
      };
      if (!VALID.has(`${platform.os}/${platform.architecture}`))
        throw new DockerError('InvalidArgument', `manifest entry for image has unsupported os/arch combination: ${os}/${architecture}`);
      store.save(list, reference, { ...manifest, Descriptor: { ...manifest.Descriptor, platform } });
      yield {};
    });
  },
};
