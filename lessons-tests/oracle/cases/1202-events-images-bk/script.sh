docker create --name one --network none busybox true >/dev/null
s=$(docker inspect -f '{{.Created}}' one)
docker export one -o root.tar
docker rm one
printf 'FROM busybox\nCOPY a /a\nRUN echo b > /b\nLABEL l=m\nENV A=1\n' > Dockerfile
echo a > a
docker build -q --network none -t cl:1 . >/dev/null
docker build -q --network none -t cl:2 . >/dev/null
docker tag busybox bb:1
docker save -o two.tar cl:1
docker save -o one.tar cl:1 cl:2
docker rmi cl:1 bb:1
docker rmi cl:2
docker load -qi two.tar
docker load -qi two.tar
docker import root.tar imp:1 >/dev/null
:
docker import -c 'LABEL q=r' root.tar imp:1 >/dev/null
docker image prune -f >/dev/null; :
docker rmi imp:1 cl:1 bb:1
docker tag nosuch x:1
docker rmi nosuch
docker build -q --network none --build-arg X=1 . >/dev/null
printf 'FROM busybox\nRUN false\n' > Dockerfile
docker build -q --network none . >/dev/null 2>&1
docker image prune -f >/dev/null
### told
sleep 1.1
docker events --since "$s" --until 0s --format '{{.Type}} {{.Action}} {{.Actor.Attributes.name}} {{.Actor.Attributes.l}} {{.Actor.Attributes.q}} {{.Actor.Attributes.reclaimed}}' | grep -v network | sed -E 's/[a-z]+_[a-z]+[0-9]*( |$)/NAME /'
