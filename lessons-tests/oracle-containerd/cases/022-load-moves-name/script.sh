docker build -q -t t:1 . >/dev/null
docker save -o ../t.tar t:1
echo two > f
docker build -q -t t:1 . >/dev/null
### load
docker load -i ../t.tar
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker run --rm t:1
docker run --rm $(docker images -f dangling=true -q)
