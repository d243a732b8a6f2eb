docker create --name c1 busybox sh -c 'echo one > /one' >/dev/null
docker start -a c1
docker commit c1 x:1 >/dev/null
docker create --name c2 x:1 sh -c 'echo two > /two' >/dev/null
docker start -a c2
docker commit c2 x:2 >/dev/null
### history
docker history --format '{{.CreatedBy}} {{.Size}}' x:2
docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' x | sort
docker diff c2
docker rm c1 c2 >/dev/null
### rmi
docker rmi x:1
docker rmi x:2
docker images -a --format '{{.Repository}}:{{.Tag}}'
