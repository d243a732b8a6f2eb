### errors
docker image inspect nope
docker image inspect busybox nope -f '{{.Os}}'
docker image inspect busybox@sha256:0000000000000000000000000000000000000000000000000000000000000000
docker inspect --type image nope
docker image inspect --platform linux/amd64 busybox -f '{{.Architecture}}'
docker image inspect --platform bad/x/y/z busybox
docker history nope
docker history --platform linux/arm64 busybox
