import type { MountRequest } from '../../../engine/container/index.ts';
import type { Context } from '../../command.ts';
import { parseMount } from '../../flags/index.ts';
import { ramInBytes } from '../../format/index.ts';
import { OptionError } from './option-error.ts';
import { absolutePath } from './volume-spec.ts';

/** One `--mount` as the engine gets it. Throws OptionError. */
export function mountRequest(context: Context, text: string): MountRequest {
  const mount = parseMount(text);
  if (typeof mount === 'string') throw new OptionError(mount);
  const { type, options, labels, driverOptions } = mount;
  const relative = type === 'bind' && (mount.source === '.' || /^\.{1,2}(\/|$)/.test(mount.source));
  const source = relative ? absolutePath(context.process.cwd, mount.source) : mount.source;
  const nested: { -readonly [K in keyof MountRequest]?: MountRequest[K] } = {};
  const propagation = options.get('bind-propagation');
  if (propagation !== undefined || options.get('bind-nonrecursive') === 'true') {
    nested.BindOptions = {
      ...(propagation === undefined ? {} : { Propagation: propagation.toLowerCase() }),
      ...(options.get('bind-nonrecursive') === 'true' ? { NonRecursive: true } : {}),
    };
  }
  const driver = options.get('volume-driver') ?? '';
  if ([...options.keys()].some((key) => key.startsWith('volume-'))) {
    nested.VolumeOptions = {
      ...(options.get('volume-nocopy') === 'true' ? { NoCopy: true } : {}),
      ...(labels.size === 0 ? {} : { Labels: Object.fromEntries(labels) }),
      ...(options.has('volume-subpath') ? { Subpath: options.get('volume-subpath')! } : {}),
      DriverConfig: {
        ...(driver === '' ? {} : { Name: driver }),
        ...(driverOptions.size === 0 ? {} : { Options: Object.fromEntries(driverOptions) }),
      },
    };
  }
  const size = options.get('tmpfs-size');
  const mode = options.get('tmpfs-mode');
  if (size !== undefined || mode !== undefined) {
    nested.TmpfsOptions = {
      ...(size === undefined ? {} : { SizeBytes: ramInBytes(size) }),
      ...(mode === undefined ? {} : { Mode: Number.parseInt(mode, 8) }),
    };
  }
  return {
    Type: type,
    ...(source === '' ? {} : { Source: source }),
    Target: mount.target,
    ...(mount.readOnly ? { ReadOnly: true } : {}),
    ...(mount.consistency === '' ? {} : { Consistency: mount.consistency }),
    ...nested,
  };
}
