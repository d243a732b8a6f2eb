### subnets
docker network create --subnet 10.5.0.0/24 one | wc -c
docker network create --subnet 10.5.0.0/16 two
docker network create --subnet 172.17.5.0/24 two
docker network create --subnet 10.6.0.5/24 two
docker network create --subnet foo two
docker network create --subnet 10.7.0.0/24 --gateway 10.8.0.9 two
docker network create --gateway 1.2.3.4 two
docker network create --subnet 10.1.0.0/24 --ip-range 10.2.0.0/24 two
docker network create --subnet 10.1.0.0/24 --subnet 10.2.0.0/24 two
### names and drivers
docker network create one
docker network create bridge
docker network create host
docker network create -d foo two
docker network create -d host two
docker network create ''
### details
docker network create --subnet 10.7.0.0/24 --gateway 10.7.0.254 --ip-range 10.7.0.128/25 --aux-address x=10.7.0.129 --label a=b -o com.docker.network.driver.mtu=1400 three | wc -c
docker network create --internal --attachable four | wc -c
docker network create five | wc -c
docker network inspect one three four five --format '{{.Name}} {{json .IPAM.Config}} {{.Internal}} {{.Attachable}} {{json .Options}} {{json .Labels}}'
docker run --rm --network three busybox sh -c 'ip -o -4 addr show eth0; ip route'
docker run --rm --network four busybox sh -c 'ip route; ping -c 1 8.8.8.8'
docker run --rm --network one busybox ip route
### lists
docker network ls --format '{{.Name}}' --filter driver=bridge
docker network ls --format '{{.Name}}' --filter type=custom
docker network ls --format '{{.Name}}' --filter label=a=b
docker network ls --format '{{.Name}} {{.Internal}} {{.Labels}}' --filter name=f
docker network ls -q --filter name=nosuch
docker network rm three four
docker network prune -f --filter label=nosuch
docker network prune -f | sort
