import { defineCheck, met, unmet } from '../../check.ts';
import type { ContainerFacts } from '../../input/index.ts';
import { withContainer } from './with.ts';

export const containerUser = defineCheck(
  'container-user',
  { container: 'name', user: 'text' },
  {
    about: {
      en: 'Who PID 1 of a container runs as, by name or number; of one that does not run, whom its config names.',
      zh: '容器的 1 号进程以谁的身份运行（名字或编号）；没有运行时看配置里的用户。',
    },
    example: { container: 'web', user: '1000:1000' },
  },
  (input, { container, user }) =>
    withContainer(input, container, (facts, evidence) => {
      const { pid1 } = facts;
      const matches = pid1 ? runsAs(facts, pid1, user) : (facts.user || 'root') === user || (facts.user || '0') === user;
      if (matches) return met(evidence);
      return pid1
        ? unmet('container-user', { container, found: `${pid1.uid}:${pid1.gid}`, wanted: user }, evidence)
        : unmet('container-user-config', { container, found: facts.user || 'root', wanted: user }, evidence);
    }),
);

function runsAs(facts: ContainerFacts, { uid, gid }: { readonly uid: number; readonly gid: number }, user: string): boolean {
  const [name = '', group] = user.split(':');
  if ((/^\d+$/.test(name) ? Number(name) : facts.uidOf(name)) !== uid) return false;
  return group === undefined || (/^\d+$/.test(group) ? Number(group) : facts.gidOf(group)) === gid;
}
