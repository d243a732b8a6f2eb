docker build -q -t t:1 . >/dev/null
A=$(docker images -q t:1)
echo two > f
docker build -q -t t:1 . >/dev/null
### list
docker images
docker images -a --format '{{.Repository}}'
docker images -f dangling=true -q
### gone
docker image inspect $A
### prune
docker image prune -f
