import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerPort = defineCheck(
  'container-port',
  { container: 'name', port: 'name', host: 'number' },
  {
    about: { en: 'A port of a container is published at this port of the host.', zh: '容器的端口发布在主机的这个端口上。' },
    example: { container: 'web', port: '80/tcp', host: 8080 },
  },
  (input, { container, port, host }) =>
    withContainer(input, container, (facts, evidence) => {
      const name = port.includes('/') ? port : `${port}/tcp`;
      const found = facts.ports.filter((one) => one.port === name);
      if (found.some((one) => one.host === host)) return met(evidence);
      const values = { container, port: name, wanted: host };
      if (found[0]) return unmet('container-port', { ...values, found: found[0].host }, evidence);
      const other = facts.ports.find((one) => one.host === host);
      if (other) return unmet('container-port-other', { ...values, found: other.port }, evidence);
      return unmet(facts.exposed.includes(name) ? 'container-port-exposed' : 'container-port-missing', values, evidence);
    }),
);
