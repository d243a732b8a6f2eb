docker load -q -i multi.tar
### created
docker images --format '{{.Repository}} {{.CreatedAt}}' multi
docker image inspect -f '{{.Created}}' multi:1
docker images -f before=busybox --format '{{.Repository}}'
docker images -f since=multi:1 --format '{{.Repository}}'
docker images -f until=2024-06-01 --format '{{.Repository}}'
docker images -f label=arch=amd64 --format '{{.Repository}}'
docker images -f label=arch=arm64 --format '{{.Repository}}'
