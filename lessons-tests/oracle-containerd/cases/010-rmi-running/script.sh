docker build -q -t t:1 . >/dev/null
docker run -d --name c1 t:1 sleep 100 >/dev/null
### refused
docker rmi t:1
docker rmi -f $(docker images -q t:1)
### by-name-forced
docker rmi -f t:1
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker rmi -f $(docker images -f dangling=true -q)
### after
docker rm -f c1
docker rmi -f $(docker images -f dangling=true -q)
docker images --format '{{.Repository}}:{{.Tag}}' | sort
