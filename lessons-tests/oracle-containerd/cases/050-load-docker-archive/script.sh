docker load -i old.tar
### list
docker image inspect -f '{{json .Descriptor}} {{.RepoTags}} {{.Architecture}}' old:1
docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' old
docker history --format '{{.CreatedBy}} {{.Size}}' old:1
docker save old:1 -o ../o.tar
tar xOf ../o.tar manifest.json
tar xOf ../o.tar index.json
docker rmi old:1
