printf 'FROM scratch\nLABEL a=b\n' > Dockerfile
docker build -q -t em:1 . >/dev/null
### list
docker images --format '{{.Repository}}:{{.Tag}} {{.CreatedSince}}' em
docker image inspect -f '{{.Created}}|{{.RootFS}}|{{.Config.Labels}}|{{.Architecture}}' em:1
docker history em:1
docker run --rm em:1
docker save em:1 -o ../e.tar
tar xOf ../e.tar manifest.json
docker rmi em:1
