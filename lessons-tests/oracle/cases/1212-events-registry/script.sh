printf 'FROM busybox\nLABEL l=m\n' > Dockerfile
docker build -q -t 127.0.0.1:5000/a/b:1 . >/dev/null 2>&1
docker create --name one --network none busybox true >/dev/null
s=$(docker inspect -f '{{.Created}}' one)
docker tag 127.0.0.1:5000/a/b:1 127.0.0.1:5000/a/b:2
docker push -q 127.0.0.1:5000/a/b:1
docker push -q -a 127.0.0.1:5000/a/b
docker push -q 127.0.0.1:5000/nosuch
docker rmi 127.0.0.1:5000/a/b:1 127.0.0.1:5000/a/b:2 >/dev/null
docker pull -q 127.0.0.1:5000/a/b:2
docker pull -q 127.0.0.1:5000/a/b:2
docker pull -q 127.0.0.1:5000/a/b:nosuch
docker pull -q -a 127.0.0.1:5000/a/b
docker run --rm --network none 127.0.0.1:5000/a/b:1 true
docker rmi 127.0.0.1:5000/a/b:1 127.0.0.1:5000/a/b:2 >/dev/null
docker run --rm --network none -q --pull always 127.0.0.1:5000/a/b:1 true
### told
sleep 1.1
docker events --since "$s" --until 0s --filter type=image
docker events --since "$s" --until 0s --filter image=127.0.0.1:5000/a/b --format '{{.Type}} {{.Action}}'
