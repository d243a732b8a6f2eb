docker build -q -t p:1 . >/dev/null
docker tag p:1 p:2
docker create --name cc p:2 >/dev/null
### prune
docker image prune -af | grep -v reclaimed | sort
docker images -a --format '{{.Repository}}:{{.Tag}}'
docker start -a cc
docker rm cc
docker image prune -af | grep -v reclaimed | sort
docker images -a --format '{{.Repository}}:{{.Tag}}'
docker image prune -af
