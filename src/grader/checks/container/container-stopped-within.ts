import { defineCheck, met, unmet } from '../../check.ts';

export const containerStoppedWithin = defineCheck(
  'container-stopped-within',
  { container: 'name', ms: 'number' },
  {
    about: {
      en: 'The last stop of a container since the start took at most so many milliseconds from the request to its end; it may have been removed since.',
      zh: '开始以来容器最近一次停止，从请求到结束不超过这么多毫秒；之后被删除也算。',
    },
    example: { container: 'web', ms: 1000 },
  },
  (input, { container, ms }) => {
    const facts = input.after.containers.find((one) => one.name === container);
    const ended = new Set(input.before.runs.filter((run) => run.stopped !== undefined).map((run) => run.number));
    const stopped = input.after.runs.findLast((run) => run.container === container && run.stopped !== undefined && !ended.has(run.number));
    const evidence = facts ? { container: facts.id } : undefined;
    if (stopped?.stopped === undefined)
      return facts
        ? unmet('container-not-stopped', { container, state: facts.state }, evidence)
        : unmet('container-missing', { container });
    const found = Math.round(stopped.stopped);
    return found <= ms ? met(evidence) : unmet('container-slow-stop', { container, found, wanted: ms, exit: stopped.exit ?? 0 }, evidence);
  },
);
