import { expect, test } from 'vitest';
import { dockerLine } from '../container/testing.ts';

const output = (script: string, world: Parameters<typeof dockerLine>[1] = {}): string => {
  const { stdout, stderr } = dockerLine(`exec 2>&1; ${script}`, world);
  return stdout + stderr;
};
const SERVER = "sh -c 'mkdir /w; hostname >/w/index.html; exec httpd -f -h /w'";

test('NET-12 networks and addresses are given in order, past what is taken', () => {
  expect(
    output(`
      docker network create --subnet 172.19.0.0/16 own >/dev/null
      for n in aa bb; do docker network create $n >/dev/null; done
      docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' aa bb
      for c in c1 c2 c3; do docker run -d --name $c --network aa busybox sleep 100 >/dev/null; done
      docker rm -f c2 >/dev/null
      docker run -d --name c4 --network aa busybox sleep 100 >/dev/null
      docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' c1 c3 c4`),
  ).toBe('172.18.0.0/16\n172.20.0.0/16\n172.18.0.2\n172.18.0.4\n172.18.0.3\n');
});

test('NET-13 ports without a number go up for each protocol', () => {
  expect(
    output(`
      docker run -d --name p1 -p 80 -p 53/udp busybox sleep 100 >/dev/null; docker port p1 80; docker port p1 53/udp
      docker rm -f p1 >/dev/null
      docker run -d --name p2 -P --expose 9 --expose 443 busybox sleep 100 >/dev/null; docker port p2 9; docker port p2 443`),
  ).toBe(['32768', '32768', '32769', '32770'].map((port) => `0.0.0.0:${port}\n[::]:${port}\n`).join(''));
});

test('NET-14 several containers with one alias are found in turn; links and short ids are names too', () => {
  const lines = output(`
    docker network create app >/dev/null
    for c in w1 w2; do docker run -d --name $c --hostname $c --network app --network-alias web busybox ${SERVER} >/dev/null; done
    docker run --rm --network app --link w1:db busybox sh -c 'for i in 1 2 3 4 5 6 7 8 9 10 11 12; do wget -qO- web; done | sort -u; wget -qO- db; ping -c1 app'`)
    .trim()
    .split('\n');
  expect(lines).toEqual(['w1', 'w2', 'w1', "ping: bad address 'app'"]);
});

test('NET-15 bridges are kept apart, an internal network has no way out, the default one has', () => {
  expect(
    output(`
      docker network create one >/dev/null; docker network create --internal two >/dev/null
      docker run -d --name web busybox ${SERVER} >/dev/null
      docker run --rm --network one busybox wget -T 2 -qO- http://172.17.0.2/
      docker run --rm --network two busybox wget -qO- http://172.17.0.2/
      docker run --rm --network two busybox wget -qO- http://example.com/
      docker run --rm --network one busybox wget -q --spider http://example.com/ && echo out
      docker run --rm busybox wget -q --spider https://example.com/ && echo out`),
  ).toBe(
    "wget: can't connect to remote host (172.17.0.2): Connection timed out\nwget: can't connect to remote host (172.17.0.2): Network is unreachable\nwget: bad address 'example.com'\nout\nout\n",
  );
});

test('NET-16 nobody behind a published port: reset through the proxy, refused elsewhere; a taken port on the host is told', () => {
  expect(
    output(`
      docker run -d -p 8081:80 busybox sleep 1000 >/dev/null
      wget -qO- localhost:8081; wget -qO- 10.0.0.11:8081
      nc -l -p 8500 >/dev/null & sleep 0.1
      docker run --name q1 -p 8500:80 busybox true 2>&1 | grep -o 'failed to bind.*'; kill $!`),
  ).toBe(
    "wget: error getting response: Connection reset by peer\nwget: can't connect to remote host (10.0.0.11): Connection refused\nfailed to bind host port for 0.0.0.0:8500:172.17.0.3:80/tcp: address already in use\n",
  );
});

test('NET-20 without bridge and internet containers are alone, but networks of users work', () => {
  expect(
    output(
      `
      docker network ls --format '{{.Name}}'
      docker run --rm busybox ip -o -4 addr
      docker network create app >/dev/null; docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' app
      docker run -d --name web --network app busybox ${SERVER} >/dev/null; docker run --rm --network app busybox wget -q --spider http://web/ && echo found
      wget -qO- http://example.com/`,
      { network: { bridge: false, internet: false } },
    ),
  ).toBe(
    "host\nnone\n1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever\n172.17.0.0/16\nfound\nwget: bad address 'example.com'\n",
  );
});

test('NET-19 RUN has the network that the build says; ADD takes files from URLs and notices when they change', () => {
  expect(
    output(`
      docker run -d --name web busybox sh -c 'mkdir /w; echo one >/w/f; exec httpd -f -h /w' >/dev/null
      printf 'FROM busybox\\nADD http://172.17.0.2/f /d/\\nRUN wget -qO- http://172.17.0.2/f >/got; ip -o -4 addr | wc -l >>/got\\n' >Dockerfile
      docker build -qt t . >/dev/null; docker run --rm t sh -c 'cat /d/f /got; stat -c %a /d/f'
      docker exec web sh -c 'echo two >/w/f'
      docker build -qt t . >/dev/null; docker run --rm t cat /d/f
      docker build -qt t --no-cache --network none . >/dev/null; docker run --rm t cat /got`),
  ).toBe('one\none\n2\n600\ntwo\n1\n');
});
