// Checks of containers.
import type { Check } from '../../check.ts';
import { containerAbsent } from './container-absent.ts';
import { containerArgv } from './container-argv.ts';
import { containerCount } from './container-count.ts';
import { containerDiff } from './container-diff.ts';
import { containerDiffHas } from './container-diff-has.ts';
import { containerEnv } from './container-env.ts';
import { containerExists } from './container-exists.ts';
import { containerExit } from './container-exit.ts';
import { containerFile } from './container-file.ts';
import { containerFileAbsent } from './container-file-absent.ts';
import { containerHealth } from './container-health.ts';
import { containerLabel } from './container-label.ts';
import { containerLogs } from './container-logs.ts';
import { containerLogsLack } from './container-logs-lack.ts';
import { containerMemory } from './container-memory.ts';
import { containerMount } from './container-mount.ts';
import { containerOf } from './container-of.ts';
import { containerOom } from './container-oom.ts';
import { containerPid1 } from './container-pid1.ts';
import { containerPort } from './container-port.ts';
import { containerRestarted } from './container-restarted.ts';
import { containerState } from './container-state.ts';
import { containerStoppedWithin } from './container-stopped-within.ts';
import { containerStreak } from './container-streak.ts';
import { containerUnchanged } from './container-unchanged.ts';
import { containerUser } from './container-user.ts';
import { containersInState } from './containers-in-state.ts';
import { containersOf } from './containers-of.ts';

export const containerChecks: readonly Check[] = [
  containerAbsent,
  containerArgv,
  containerCount,
  containerDiffHas,
  containerDiff,
  containerEnv,
  containerExists,
  containerExit,
  containerFileAbsent,
  containerFile,
  containerHealth,
  containerLabel,
  containerLogsLack,
  containerLogs,
  containerMemory,
  containerMount,
  containerOf,
  containerOom,
  containerPid1,
  containerPort,
  containerRestarted,
  containerState,
  containerStoppedWithin,
  containerStreak,
  containerUnchanged,
  containerUser,
  containersInState,
  containersOf,
];
