docker save busybox -o ../b.tar
### bad
docker image inspect --platform bad/x/y/z busybox
docker push --platform bad/x/y/z busybox:latest
docker save --platform bad/x/y/z busybox -o ../x.tar
docker load --platform bad/x/y/z -i ../b.tar
docker pull --platform bad/x/y/z nope
docker import --platform bad/x/y/z ../b.tar
docker rmi --platform bad/x/y/z busybox
docker image inspect --platform linux/ busybox
docker save --platform 'a b' busybox -o ../x.tar
### other
docker image inspect --platform linux/arm64 busybox
docker save --platform linux/arm64 busybox -o ../x.tar
docker load --platform linux/arm64 -i ../b.tar
docker rmi --platform linux/arm64 busybox
docker rmi -f --platform linux/arm64 busybox
docker image inspect --platform linux/amd64 -f '{{.Architecture}}' busybox
docker save --platform linux/amd64 busybox | tar t | wc -l
docker load --platform linux/amd64 -i ../b.tar
### rmi
docker tag busybox b:1
docker rmi --platform linux/amd64 b:1
docker images --format '{{.Repository}}:{{.Tag}}' | sort
