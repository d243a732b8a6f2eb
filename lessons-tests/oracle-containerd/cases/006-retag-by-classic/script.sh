docker build -q -t t:1 . >/dev/null
A=$(docker images -q t:1)
echo two > f
docker build -q -t t:1 . >/dev/null
### list
docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | sort
docker images -a -q | wc -l
docker images -f dangling=true -q | wc -l
docker images -a -f dangling=true -q | wc -l
### old
docker image inspect -f '{{.RepoTags}} {{.RepoDigests}}' $A
docker run --rm $A
### prune
docker image prune -f | grep -v reclaimed | sort
docker images -a --format '{{.Repository}}:{{.Tag}}'
