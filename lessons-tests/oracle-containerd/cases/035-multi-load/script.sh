docker load -i multi.tar
### list
docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' multi
docker images --tree multi
### inspect
docker image inspect multi:1
docker image inspect --platform linux/arm64 multi:1
docker image inspect --platform linux/arm/v7 multi:1 -f '{{.Architecture}} {{.Variant}} {{.Size}}'
docker image inspect --platform linux/arm multi:1 -f '{{.Architecture}} {{.Variant}} {{.Size}}'
docker image inspect --platform linux/s390x multi:1
### history
docker history multi:1
docker history --platform linux/arm64 --format '{{.CreatedBy}} {{.Size}}' multi:1
