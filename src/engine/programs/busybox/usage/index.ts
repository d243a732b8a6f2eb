// The usage texts of every applet of the recorded build, as `busybox APPLET --help` prints them after the banner.
// Knows texts only; refuses to know how options are read.
// A missing name means that the build says "No help available".
import { usageAcpidToCut } from './acpid-to-cut.ts';
import { BANNER } from './banner.ts';
import { usageDateToFindfs } from './date-to-findfs.ts';
import { usageFoldToIfup } from './fold-to-ifup.ts';
import { usageInitToMktemp } from './init-to-mktemp.ts';
import { usageModinfoToRmmod } from './modinfo-to-rmmod.ts';
import { usageRouteToSysctl } from './route-to-sysctl.ts';
import { usageSyslogdToUnexpand } from './syslogd-to-unexpand.ts';
import { usageUniqToZcat } from './uniq-to-zcat.ts';

const texts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...usageAcpidToCut,
    ...usageDateToFindfs,
    ...usageFoldToIfup,
    ...usageInitToMktemp,
    ...usageModinfoToRmmod,
    ...usageRouteToSysctl,
    ...usageSyslogdToUnexpand,
    ...usageUniqToZcat,
  }),
);

/** The text of `NAME --help` on standard error, banner included, ending in a newline. */
export const usageText = (name: string): string => `${BANNER}\n\n${texts.get(name) ?? 'No help available'}\n`;
