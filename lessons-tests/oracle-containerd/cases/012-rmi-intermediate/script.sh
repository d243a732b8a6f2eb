docker build -q -t t:1 . >/dev/null
P=$(docker image inspect -f '{{.Parent}}' t:1)
### tree
docker history -q t:1 | wc -l
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
### parent
docker rmi $P
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
docker history t:1
docker run --rm t:1
docker rmi t:1
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
