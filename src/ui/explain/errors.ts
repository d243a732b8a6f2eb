// Which error a line of output is. The first pattern that fits counts; what it captures fills {1}, {2} … in the words.
const patterns = {
  'no-such-image': /No such image: (\S+)/,
  'pull-denied': /pull access denied for (\S+?),/,
  'build-pull-denied': /failed to solve: (\S+): failed to resolve source metadata for \S+: pull access denied/,
  'manifest-unknown':
    /manifest for (\S+) not found|failed to resolve source metadata for (\S+?):? .*not found|([\w.-]+\/[\w./-]+:[\w.-]+): not found$/,
  'no-such-container': /No such container: (\S+)/,
  'name-in-use': /The container name "\/?(\S+?)" is already in use/,
  'rm-running': /cannot remove container "?\/?(\S+?)"?: container is running/,
  'rmi-used': /conflict: unable to (?:remove repository reference|delete) "?(\S+?)"? .*container (\S+) is using/,
  'rmi-many': /conflict: unable to delete (\S+) \(must be forced\) - image is referenced in multiple repositories/,
  'rmi-children': /image has dependent child images/,
  'port-taken': /(?:Bind for|failed to bind host port(?: for)?) (\S+?):?(?: failed: port is already allocated|.*address already in use)/,
  'no-shell': /exec: "((?:\S*\/)?(?:ba|a)?sh)": (?:executable file not found in \$PATH|stat .*no such file or directory)/,
  'exec-not-found': /exec: "(.+?)": (?:executable file not found in \$PATH|stat .*no such file or directory)/,
  'exec-denied': /exec: "?(.+?)"?: permission denied|exec (\S+): permission denied/,
  'exec-format': /exec (\S+): exec format error|exec format error/,
  'no-command': /no command specified/,
  'not-running': /container (\S+) is not running/i,
  'copy-missing': /"\/?(.+?)": not found|COPY failed: file not found in build context.*: stat (\S+)/,
  'outside-context': /forbidden path outside the build context|outside of build context/,
  'no-dockerfile': /failed to read dockerfile: open (\S+?): no such file|unable to evaluate symlinks in Dockerfile path/,
  'unknown-instruction': /unknown instruction: (\S+)/i,
  'parse-error': /dockerfile parse error on line (\d+)/i,
  'run-failed': /process "(.+?)" did not complete successfully: exit code: (\d+)|returned a non-zero code: (\d+)/,
  'no-from': /no build stage in current context/,
  'bad-reference': /invalid reference format/,
  'bad-tag': /invalid tag/,
  'push-denied': /push access denied|requested access to the resource is denied/,
  unauthorized: /unauthorized: (?:authentication required|incorrect username)/,
  'rate-limit': /You have reached your (?:unauthenticated )?pull rate limit/,
  'no-registry': /(?:dial tcp|lookup) (\S+).*(?:connection refused|no such host|server misbehaving)/,
  'https-registry': /server gave HTTP response to HTTPS client/,
  'no-platform': /no match for platform in manifest|no matching manifest for (\S+)/,
  'volume-in-use': /volume is in use/,
  'no-volume': /no such volume: (\S+)|get (\S+): no such volume/i,
  'no-network': /network (\S+) not found/,
  'unknown-flag': /unknown (?:shorthand )?flag: ?'?(\S+?)'?(?: in|$)/,
  'unknown-command': /'(\S+)' is not a docker command|unknown (?:docker )?command: "?(.+?)"?$/,
  'needs-arguments': /requires (?:(?:exactly|at least|at most) )?(\d+) argument/,
  'not-simulated': /not simulated|cannot be simulated/,
  'command-not-found': /^(?:sh: )?(?:\S+: )?(\S+): not found$|command not found/,
  'output-path': /invalid output path: stat (\S+?):/,
  'no-file':
    /can't (?:open|cd to|stat) '?(.+?)'?: No such file or directory|can't cd to (\S+)|open (\S+): no such file or directory|lstat (\S+): no such file|stat (\S+): no such file|device "(.+?)": no such file|(\S+): Cannot open: No such file|'?([^\s']+)'?: No such file or directory/,
  'no-permission': /Permission denied/,
  'read-only': /Read-only file system/,
  'curl-refused': /curl: \(7\).*port (\d+)/,
  'curl-host': /Could not resolve host: (\S+)|bad address '(.+?)'/,
  killed: /^Killed|OOMKilled/,
  'disk-full': /No space left on device/,
  'push-nothing': /An image does not exist locally with the tag: (\S+)/,
  'empty-dockerfile': /the Dockerfile (?:\(\S+\) )?cannot be empty/,
  'blank-base': /base name \((.*?)\) should not be blank/,
  'bad-name': /Invalid container name \((.*?)\)/,
  'bad-archive': /^unexpected EOF|invalid tar header/,
  'cp-missing': /Could not find the file (\S+) in container (\S+)/,
  'network-exists': /network with name (\S+) already exists/,
  'no-object': /No such object: (\S+)/,
  'no-manifest': /no such manifest: (\S+)/,
  'memory-least': /Minimum memory limit allowed is (\S+)/,
  'bad-volume': /"(.+?)" includes invalid characters for a local volume name/,
  'bad-port': /invalid (?:hostPort|containerPort): (\S+)/i,
  'rm-restart': /cannot specify both --restart and --rm/,
  'no-user': /unable to find user (\S+?):/,
  'workdir-relative': /working directory '(.+?)' is invalid/,
  'bad-filter': /invalid filter '(\S+?)'/,
  'bad-template': /can't evaluate field (\S+)|map has no entry for key "(.+?)"/,
  'template-form': /template: :\d+: (.+)$/,
  cpus: /only (\d+) CPUs available|Requested CPUs are not available.*available: (\S+)/,
  'not-paused': /is not paused/,
  'attach-stopped': /cannot attach to a stopped container/,
  'bind-missing': /bind source path does not exist: (\S+)/,
  'no-secret': /secret (\S+): not found/,
  'to-terminal': /cowardly refusing to save to a terminal/,
  refused: /can't connect to remote host \((\S+?)\): Connection refused/,
  paused: /Container (\S+) is (?:paused, unpause|already paused)/,
  'own-network': /operation is not permitted on predefined (\S+) network|(\S+) is a pre-defined network/,
  'own-address': /user specified IP address is supported/,
  'network-used': /network (\S+) has active endpoints/,
  connected: /endpoint with name (\S+) already exists in network (\S+)/,
  'not-connected': /is not connected to (?:the )?network (\S+)/,
  'no-context': /unable to prepare context: path "(.+?)" not found/,
  'no-target': /target stage "(.+?)" could not be found|invalid stage index (\d+)/,
  'needs-buildkit': /the --(\S+) option requires BuildKit/,
  'one-platform': /Multi-platform build is not supported/,
  'name-value': /(\S+) must have two arguments|invalid key-value pair/,
  'copy-where': /must specify at least one container source/,
  'no-plugin': /plugin "?([\w.-]+)"? not found/,
  'no-gpu': /could not select device driver/,
  'not-published': /No public port '(\S+)' published for (\S+)/,
  'same-name': /same name as its current name/,
  'no-login': /Non-null Username Required/,
  'memory-first': /always set the Memory limit when using Memoryswap/,
  'is-directory': /(\S+): Is a directory|read error: Is a directory/,
  'no-process': /can't kill pid (\d+)/,
  'bad-value':
    /invalid argument "(.*?)" for "|unknown (?:policy|type:|capability:|mount type|driver) ?['"](.+?)['"]|unsupported mount type "(.+?)"|invalid (?:signal|mode): (\S+)|(?:time or duration: |Invalid --security-opt: |for type |exporter )"(.+?)"|invalid (?:mount path|pull option): '(.+?)'|invalid progress mode (\S+)|invalid subnet (\S+):|limit (\d+) is outside|"(.+?)": cannot parse platform|(\S+): bad variable name/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type ErrorTopic = keyof typeof patterns;
/** Each error has two sentences: what it means, and what to try. */
export type ErrorWord = `${ErrorTopic}.means` | `${ErrorTopic}.try`;

/** Lessons that say more; ids as in the course. */
export const lessons: Readonly<Partial<Record<ErrorTopic, string>>> = {
  'rmi-used': 'removing-images',
  'rmi-many': 'removing-images',
  'rmi-children': 'removing-images',
  'no-shell': 'exec-shell-pid1',
  'exec-not-found': 'exec-shell-pid1',
  'exec-format': 'multi-arch',
  'no-platform': 'multi-arch',
  'no-command': 'cmd-entrypoint-matrix',
  'copy-missing': 'build-context',
  'outside-context': 'build-context',
  'bad-reference': 'image-names',
  'push-denied': 'registry-private',
  'https-registry': 'registry-private',
  'curl-refused': 'ports-and-volumes',
  'port-taken': 'ports-and-volumes',
  'build-pull-denied': 'image-names',
  'push-nothing': 'image-names',
  'blank-base': 'env-and-arg',
  'bind-missing': 'ports-and-volumes',
  'bad-volume': 'ports-and-volumes',
  'bad-port': 'ports-and-volumes',
};

export interface Found {
  readonly error: ErrorTopic;
  readonly values: Readonly<Record<string, string>>;
}

/** The error that a line is, if it is one that we know. */
export function errorIn(line: string): Found | undefined {
  for (const [error, pattern] of Object.entries(patterns) as [ErrorTopic, RegExp][]) {
    const match = pattern.exec(line.trim());
    if (!match) continue;
    const [, ...groups] = match;
    const first = groups.find((group) => group !== undefined) ?? '';
    return { error, values: { 1: first, 2: groups.filter((group) => group !== undefined)[1] ?? '' } };
  }
  return undefined;
}

/** The error that the end of an output tells; the last line that is one counts. */
export function errorOf(output: string): Found | undefined {
  return output
    .split('\n')
    .map((line) => line.replace(/\x1b\[[\d;?]*[A-Za-z]/g, ''))
    .reverse()
    .map(errorIn)
    .find((found) => found !== undefined);
}
