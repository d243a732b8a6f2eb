### none
docker run -d --name nn --network none busybox sleep 1000 >/dev/null
docker exec nn sh -c 'ip -o -4 addr; cat /etc/hosts; wget http://172.17.0.1/; ping -c 1 172.17.0.1'
docker inspect nn --format '{{range $name, $n := .NetworkSettings.Networks}}{{$name}} [{{$n.IPAddress}}] {{json $n.DNSNames}}{{end}} {{json .NetworkSettings.Ports}}'
docker network create na >/dev/null
docker network connect na nn
docker network inspect none --format '{{range .Containers}}{{.Name}}{{end}}'
### host
docker run -d --name hh --network host -p 18200:80 busybox sh -c 'mkdir /w; echo host >/w/index.html; exec httpd -f -p 18201 -h /w'  >/dev/null
docker inspect hh --format '{{range $name, $n := .NetworkSettings.Networks}}{{$name}} [{{$n.IPAddress}}]{{end}} {{json .NetworkSettings.Ports}} {{.NetworkSettings.SandboxKey}}'
docker ps --filter name=hh --format '{{.Ports}}|{{.Networks}}'
sleep 0.5
curl -s localhost:18201
docker network connect na hh
docker network disconnect host hh
docker exec hh sh -c 'ip -o -4 addr show docker0'
### container
docker run -d --name cc --hostname main busybox httpd -f -h /etc >/dev/null
docker run --rm --network container:cc busybox sh -c 'hostname; ip -o -4 addr; wget -q -O - http://localhost/group; tail -n 1 /etc/hosts'
docker run -d --name dd --network container:cc busybox sleep 1000 >/dev/null
docker inspect dd --format '{{json .NetworkSettings.Networks}} {{.NetworkSettings.IPAddress}}|{{.Config.Hostname}}'
docker network connect na dd
docker run --rm --network container:cc -p 18210:80 busybox true
docker run --rm --network container:cc --hostname x busybox true
docker run --rm --network container:cc --expose 80 busybox true
docker run --rm --network container:cc --dns 1.1.1.1 busybox true
docker run --rm --network container:cc --add-host a:1.1.1.1 busybox true
docker run --rm --network container:nosuch busybox true
docker stop -t 0 cc
docker restart -t 0 dd
docker run --rm --network container:cc busybox true
