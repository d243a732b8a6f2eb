docker create --network none --name one busybox true >/dev/null
s=$(docker inspect -f '{{.Created}}' one)
docker export one -o x.tar
docker rm one
docker tag busybox bb:1
docker save -o s.tar busybox bb:1
docker rmi bb:1
docker load -qi s.tar
docker import x.tar imp:1 > /dev/null
docker import -c 'LABEL q=r' x.tar imp:1 >/dev/null
printf 'FROM busybox\nRUN echo a > /a\nLABEL l=m\n' > Dockerfile
docker build -q --network none -t bk:1 . >/dev/null 2>&1
docker build -q --network none -t bk:2 . >/dev/null 2>&1
docker rmi bk:1 >/dev/null
docker rmi bk:2 >/dev/null
docker rmi imp:1 >/dev/null
docker tag busybox x:1
docker rmi bb:1 x:1
docker rmi -f busybox >/dev/null
### told
sleep 1.1
docker events --since "$s" --until 0s --filter type=image
