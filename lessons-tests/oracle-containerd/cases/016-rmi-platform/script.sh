docker rmi --platform linux/amd64 busybox
docker rmi --platform linux/amd64 nope
docker rmi --help
