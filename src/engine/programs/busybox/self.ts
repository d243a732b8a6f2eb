import { BANNER } from './usage/banner.ts';

const HEAD = `${BANNER}
BusyBox is copyrighted by many authors between 1998-2015.
Licensed under GPLv2. See source distribution for detailed
copyright notices.

Usage: busybox [function [arguments]...]
   or: busybox --list[-full]
   or: busybox --install [-s] [DIR]
   or: function [arguments]...

	BusyBox is a multi-call binary that combines many common Unix
	utilities into a single executable.  The shell in this build
	is configured to run built-in utilities without $PATH search.
	You don't need to install a link to busybox for each utility.
	To run external program, use full path (/sbin/ip instead of ip).

Currently defined functions:
`;

/** What `busybox` says of itself: the applets' names in lines that end before the column `width` - 7. */
export function listing(names: readonly string[], width = 80): string {
  let text = HEAD;
  let column = 0;
  for (const [i, name] of names.entries()) {
    text += `${column === 0 ? '\t' : ', '}${name}`;
    column += name.length + 2;
    const next = names[i + 1];
    if (next !== undefined && column + next.length + 2 > width - 8) {
      text += ',\n';
      column = 0;
    }
  }
  return `${text}\n`;
}
