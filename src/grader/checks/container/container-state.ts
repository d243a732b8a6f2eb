// A container is in this state: created, running, paused, restarting, exited or dead.
import { defineCheck, met, unmet } from '../../check.ts';

export const containerState = defineCheck('container-state', { container: 'name', state: 'name' }, (input, { container, state }) => {
  const found = input.after.containers.find((one) => one.name === container);
  if (!found) return unmet('container-missing', { container });
  return found.state === state ? met() : unmet('container-state', { container, found: found.state, wanted: state });
});
