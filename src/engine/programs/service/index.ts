// What long-running services share: doing several things in one process, becoming a daemon, dates, versions, accounts.
// Knows processes and files; refuses to know protocols and any one server.

export { httpDate, parseHttpDate } from '../http/index.ts';
export { accountNamed, groupNamed } from './accounts.ts';
export { daemonise, openLog } from './daemon.ts';
export { clfDate, timestamp } from './dates.ts';
export { Fibers } from './fibers.ts';
export { cpuCount, installedVersion, kernelRelease, osRelease } from './installed.ts';
export { mimeTypeOf } from './mime.ts';
