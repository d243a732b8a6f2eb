### connect
docker network create na >/dev/null; docker network create nb >/dev/null
docker run -d --name c1 --network na --hostname box busybox sleep 1000 >/dev/null
docker run -d --name c2 --network nb busybox sleep 1000 >/dev/null
docker exec c2 ping -c 1 c1
docker network connect --alias extra nb c1
docker exec c2 sh -c 'ping -c 1 c1 | head -n 1; ping -c 1 extra | head -n 1'
docker exec c1 ip -o -4 addr
docker exec c1 ip route
docker exec c1 cat /etc/hosts
docker inspect c1 --format '{{range $name, $n := .NetworkSettings.Networks}}{{$name}} {{$n.IPAddress}} {{json $n.Aliases}} {{json $n.IPAMConfig}} {{json $n.DriverOpts}};{{end}}'
docker network connect nb c1
docker network connect nosuch c1
docker network connect na nosuch
docker network connect host c1
docker network connect none c1
### disconnect
docker network disconnect na c1
docker network disconnect na c1 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
docker exec c1 ip -o -4 addr
docker exec c1 ip route
docker exec c1 cat /etc/hosts
docker inspect c1 --format '{{.HostConfig.NetworkMode}} {{range $name, $n := .NetworkSettings.Networks}}{{$name}};{{end}}'
docker network disconnect nosuch c1
### default network later
docker network connect bridge c1
docker exec c1 ip route
docker inspect c1 --format '{{.NetworkSettings.IPAddress}} {{.NetworkSettings.Gateway}}'
docker network disconnect bridge c1
### removal
docker network rm nb 2>&1 | sed 's/id:"[0-9a-f]*"/id:"ID"/g' | sed 's/(\(name:"c2" id:"ID"\), \(name:"c1" id:"ID"\))/(\2, \1)/'
docker rm -f c2
docker network disconnect nb c1
docker network rm na nb
docker network rm na
docker network rm bridge
docker network rm -f nosuch
docker start c1
docker restart -t 0 c1
### stopped ones
docker network create nc >/dev/null
docker create --name c3 --network nc busybox sleep 1000 >/dev/null
docker network create nd >/dev/null
docker network connect nd c3
docker start c3
docker exec c3 ip -o -4 addr
docker network rm nc 2>&1 | sed 's/id:"[0-9a-f]*"/id:"ID"/g'
docker stop -t 0 c3
docker network rm nc nd
docker start c3 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'
