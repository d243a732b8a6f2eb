docker load -i part.tar
### list
docker images --tree multi
docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' multi
docker image inspect -f '{{.Architecture}} {{.Os}}' multi:1
docker image inspect --platform linux/amd64 multi:1
docker save multi:1 -o ../m.tar
tar tf ../m.tar | wc -l
