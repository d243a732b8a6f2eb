docker create --name one --network none -v v1:/d busybox sleep 100 >/dev/null
s=$(docker inspect -f '{{.Created}}' one)
docker start one
docker cp one:/etc/passwd passwd
docker cp passwd one:/d/passwd
docker cp one:/d/passwd - >/dev/null
docker stop -t 0 one
docker rm -v one
docker volume create v2
docker volume create v2
docker volume create >/dev/null
docker volume prune -f >/dev/null
docker volume rm v1
docker volume prune -af >/dev/null
docker run --rm --network none -v v3:/x:ro busybox true
docker run --rm --network none -v /y busybox true
docker run --name bad --network none -v v3:/x busybox nosuch 2>/dev/null
docker rm bad
docker volume rm v3
docker network create n1 >/dev/null
docker network create n1
docker network rm n1
docker network create n2 >/dev/null
docker network prune -f >/dev/null
docker create --name q1 --network none busybox >/dev/null
docker network create n3 >/dev/null
docker volume create v4
docker system prune -f
docker system prune -af --volumes --filter label=nosuch
docker container prune -f
### told
sleep 1.1
docker events --since "$s" --until 0s | sed "s/execDuration=[0-9]*/execDuration=N/"
