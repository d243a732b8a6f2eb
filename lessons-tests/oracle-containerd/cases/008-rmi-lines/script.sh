docker build -q -t t:1 . >/dev/null
docker tag t:1 t:2
docker tag t:1 u/v:3
### one-tag
docker rmi t:2
### by-id-with-names
docker rmi $(docker images -q t:1)
### by-name
docker rmi u/v:3
### last
docker rmi t:1
docker images --format '{{.Repository}}'
### forced
docker tag busybox:latest bb:1
docker tag busybox:latest bb:2
docker rmi -f $(docker images -q bb:1)
docker images -q | wc -l
