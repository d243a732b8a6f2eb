docker build -q -t 127.0.0.1:5000/a:1 . >/dev/null
docker push -q 127.0.0.1:5000/a:1
docker rmi 127.0.0.1:5000/a:1 >/dev/null
echo two > f
docker build -q -t 127.0.0.1:5000/a:1 . >/dev/null
### pull
docker pull 127.0.0.1:5000/a:1
docker images --format '{{.Repository}} {{.Tag}}' | sort
docker run --rm 127.0.0.1:5000/a:1
