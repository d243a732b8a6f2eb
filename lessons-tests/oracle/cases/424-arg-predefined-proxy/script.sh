printf 'FROM busybox\nRUN echo "$http_proxy $HTTP_PROXY $no_proxy $FOO" > /p\n' > Dockerfile
### build
docker build -q -t t --build-arg http_proxy=http://p:1 --build-arg FOO=x --build-arg no_proxy=a,b . 2>/dev/null
docker run --rm t cat /p
docker history --format '{{.CreatedBy}}' t
### declared it shows
printf 'FROM busybox\nARG http_proxy\nRUN echo "$http_proxy" > /p\n' > Dockerfile
docker build -q -t u --build-arg http_proxy=http://p:1 . > /dev/null
docker history --format '{{.CreatedBy}}' u
