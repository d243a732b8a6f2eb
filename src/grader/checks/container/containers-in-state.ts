import { defineCheck, met, unmet } from '../../check.ts';

export const containersInState = defineCheck(
  'containers-in-state',
  { state: 'created|running|paused|restarting|exited|dead', count: 'number' },
  {
    about: { en: 'Exactly so many containers are in this state.', zh: '处于这个状态的容器恰好这么多个。' },
    example: { state: 'running', count: 2 },
  },
  (input, { state, count }) => {
    const found = input.after.containers.filter((one) => one.state === state).length;
    return found === count ? met() : unmet('containers-in-state', { state, found, wanted: count });
  },
);
