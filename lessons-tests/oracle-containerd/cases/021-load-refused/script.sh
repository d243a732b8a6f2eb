echo nothing > ../not.tar
docker load -i ../not.tar
docker load -i ../missing.tar
docker load < /dev/null
docker create --name cc busybox true > /dev/null
docker export cc > ../c.tar
docker load -i ../c.tar
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker save busybox -o ../b.tar
docker load --platform linux/arm64 -i ../b.tar
docker load --platform nonsense/x/y/z -i ../b.tar
