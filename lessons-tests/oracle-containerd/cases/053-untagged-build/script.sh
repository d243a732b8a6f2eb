ID=$(docker build -q .)
### list
docker images
docker images -f dangling=true -q | wc -l
docker run --rm $(docker images -f dangling=true -q)
docker tag $(docker images -f dangling=true -q) named:1
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker image prune -f | grep -v reclaimed
