docker build -q -t t:1 . >/dev/null
docker create --name c1 t:1 >/dev/null
### by-name
docker rmi t:1
### by-id
docker rmi $(docker images -q t:1)
### another-name
docker tag t:1 t:2
docker rmi t:1
docker rmi t:2
### forced
docker rmi -f t:2
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker ps -a --format '{{.Image}} {{.Names}}'
### start
docker start -a c1
### pruned
docker image prune -f
docker images -q | wc -l
### by-id-forced
docker rmi $(docker images -f dangling=true -q)
docker rmi -f $(docker images -f dangling=true -q)
docker images -q | wc -l
docker start -a c1
docker commit c1 x:1
docker rm c1
