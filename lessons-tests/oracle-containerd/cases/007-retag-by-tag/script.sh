docker build -q -t t:1 . >/dev/null
echo two > f
docker build -q -t t:2 . >/dev/null
docker tag t:2 t:1
### list
docker images --format '{{.Repository}}:{{.Tag}} {{.ID}}' | sort
### dangling
docker images -f dangling=true
docker images -f dangling=false --format '{{.Repository}}:{{.Tag}}' | sort
### prune
docker image prune -f | grep -v reclaimed
docker images --format '{{.Repository}}:{{.Tag}}' | sort
