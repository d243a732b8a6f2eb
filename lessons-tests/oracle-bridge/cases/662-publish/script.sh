### publish
docker run -d --name web -p 18080:80 busybox sh -c 'mkdir /w; echo hello >/w/index.html; exec httpd -f -h /w' >/dev/null
docker ps --format '{{.Names}} {{.Ports}}'
docker port web
docker port web 80
docker port web 80/tcp
docker port web 81
docker port web 80/udp
docker inspect web --format '{{json .NetworkSettings.Ports}} {{json .HostConfig.PortBindings}} {{json .Config.ExposedPorts}}'
sleep 0.5
curl -s localhost:18080
curl -s -o /dev/null -w '%{http_code} %{size_download}\n' http://127.0.0.1:18080/nope
curl -s 172.17.0.2/index.html
### already allocated
docker run -d --name dup -p 18080:81 busybox sleep 1000 2>&1 | sed 's/[0-9a-f]\{64\}/ID/; s/Bind for :::/Bind for 0.0.0.0:/'
docker ps -a --filter name=dup --format '{{.Status}}'
docker inspect dup --format '{{.State.ExitCode}} {{.State.Error}}' | sed 's/[0-9a-f]\{64\}/ID/; s/Bind for :::/Bind for 0.0.0.0:/'
docker start dup 2>&1 | sed 's/[0-9a-f]\{64\}/ID/; s/Bind for :::/Bind for 0.0.0.0:/'
docker run --rm -p 127.0.0.1:18080:80 busybox true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/; s/Bind for :::/Bind for 0.0.0.0:/; s/endpoint [a-z]*_[a-z]*/endpoint NAME/'
docker run --rm -p 192.168.77.1:18081:80 --name addr busybox true 2>&1 | sed 's/[0-9a-f]\{64\}/ID/; s/Bind for :::/Bind for 0.0.0.0:/'
### forms
docker run -d --name forms -p 127.0.0.1:18100:80 -p 18101:81/udp -p 18102-18104:82-84 --expose 7 --expose 90-92 -p 0.0.0.0:18105:18105 busybox sleep 1000 >/dev/null
docker ps --filter name=forms --format '{{.Ports}}'
docker port forms
docker inspect forms --format '{{json .NetworkSettings.Ports}}'
docker run -d --name range -p 18102-18110:80 busybox sleep 1000 >/dev/null
docker port range | cut -c 1-18
docker run -d --name twice -p 18120:80 -p 18121:80 busybox sleep 1000 >/dev/null
docker ps --filter name=twice --format '{{.Ports}}'
docker ps --filter publish=18120 --format '{{.Names}}'
docker ps --filter expose=90/tcp --format '{{.Names}}'
### wrong
docker run --rm -p 80:80:80:80 busybox true
docker run --rm -p a:80 busybox true
docker run --rm -p 70000:80 busybox true
docker run --rm -p 80-81:80-83 busybox true
docker run --rm -p 1.2.3:80:80 busybox true
docker run --rm -p 80/foo busybox true
docker run --rm -p '' busybox true
### stopped
docker stop -t 0 web
docker ps -a --filter name=web --format '{{.Ports}}|'
docker port web
curl -sS localhost:18080
docker start dup
docker port dup
