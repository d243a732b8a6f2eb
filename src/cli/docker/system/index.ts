import type { Command } from '../command.ts';
import { df } from './df.ts';
import { events } from './events.ts';
import { info } from './info.ts';
import { containerInspect, inspect } from './inspect.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { prune } from './prune.ts';
import { search } from './search.ts';
import { version } from './version.ts';

/** The docker system commands. */
export const systemCommands: readonly Command[] = [containerInspect, df, events, info, inspect, login, logout, prune, search, version];
