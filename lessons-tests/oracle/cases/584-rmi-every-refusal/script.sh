docker build -q -t t:1 . >/dev/null
docker build -q -t child:1 -f D2 . >/dev/null
ID=$(docker images -q t:1)
### used
docker create --name c1 t:1 >/dev/null
docker rmi t:1
docker rmi $ID
docker tag t:1 t:2
docker rmi t:1
docker rmi t:2
docker rmi -f t:2
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
### children
docker rmi $ID
docker rmi -f $ID
docker rm c1
docker rmi $ID
docker rmi -f $ID
### running
docker run -d --name c2 child:1 sleep 100 >/dev/null
docker rmi child:1
docker rmi -f child:1
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker rmi -f $(docker inspect -f '{{.Image}}' c2)
docker rm -f c2
### several
docker tag busybox a:1
docker tag busybox b:1
docker rmi $(docker images -q busybox)
docker rmi -f $(docker images -q busybox)
docker images -q
