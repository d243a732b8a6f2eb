docker build -q -t t:1 . >/dev/null
docker build -q -t t:2 --label a=b . >/dev/null
### no-prune
docker rmi --no-prune t:2
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
### prune
docker rmi t:1
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
