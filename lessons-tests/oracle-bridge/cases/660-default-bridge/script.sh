### networks
docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
docker network inspect bridge --format '{{json .IPAM}} {{.Internal}} {{.Attachable}} {{len .Containers}} {{json .Labels}}'
### first and second
docker run -d --name c1 busybox sleep 1000 >/dev/null
docker run -d --name c2 --hostname foo busybox sleep 1000 >/dev/null
docker inspect --format '{{.NetworkSettings.IPAddress}}/{{.NetworkSettings.IPPrefixLen}} {{.NetworkSettings.Gateway}} {{json .NetworkSettings.Ports}} {{.HostConfig.NetworkMode}}' c1 c2
docker inspect --format '{{range $name, $n := .NetworkSettings.Networks}}{{$name}} {{$n.IPAddress}} {{$n.Gateway}} {{json $n.Aliases}} {{json $n.DNSNames}} {{json $n.IPAMConfig}}{{end}}' c1 c2
docker exec c1 cat /etc/hosts | sed "s/$(docker inspect --format '{{.Config.Hostname}}' c1)/HOST/"
docker exec c2 cat /etc/hosts
docker network inspect bridge --format '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{println}}{{end}}' | sort
### interfaces
docker exec c1 ip -o -4 addr
docker exec c1 ip route
docker exec c1 route -n
docker exec c1 sh -c 'ip link show eth0 | sed "s/@if[0-9]*//; s/ether ..:..:..:..:..:../ether MAC/"'
docker exec c2 hostname -i
### no names here
docker exec c1 ping -c 1 c2
docker exec c1 sh -c 'ping -c 1 -q 172.17.0.3 | head -n 4'
### stop and start
docker stop -t 0 c1
docker inspect --format '{{.NetworkSettings.IPAddress}}|{{.NetworkSettings.Gateway}}|{{json .NetworkSettings.Ports}}' c1
docker run -d --name c3 busybox sleep 1000 >/dev/null
docker start c1
docker inspect --format '{{.Name}} {{.NetworkSettings.IPAddress}}' c1 c2 c3
