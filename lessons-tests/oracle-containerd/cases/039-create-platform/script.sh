docker load -q -i multi.tar
### create
docker create --name c1 multi:1 >/dev/null
docker create --name c2 --platform linux/arm64 multi:1 >/dev/null
docker inspect -f '{{json .ImageManifestDescriptor.Platform}}' c1 c2
docker inspect -f '{{.Config.Labels}}' c1 c2
docker cp c2:/arch - | tar xO
docker cp c1:/arch - | tar xO
test "$(docker inspect -f '{{.Image}}' c1)" = "$(docker inspect -f '{{.Image}}' c2)" && echo same
docker create --platform linux/s390x --pull never multi:1
docker images --tree multi
docker rmi multi:1
docker rm c1 c2
