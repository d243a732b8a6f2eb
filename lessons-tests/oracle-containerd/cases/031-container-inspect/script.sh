docker build -q -t t:1 . >/dev/null
docker create --name cc t:1 >/dev/null
### image
docker inspect -f '{{.Driver}} {{json .GraphDriver}} {{.Config.Image}}' cc
docker inspect -f '{{json .ImageManifestDescriptor}}' cc
test "$(docker inspect -f '{{.Image}}' cc)" = "$(docker images -q --no-trunc t:1)" && echo same
### list
docker ps -a --format '{{.Image}} {{.Names}}'
docker tag busybox t:1
docker ps -a --format '{{.Image}} {{.Names}}' | grep -c '^[0-9a-f]\{12\} cc'
docker ps -a --filter ancestor=t:1 -q | wc -l
docker rm cc
