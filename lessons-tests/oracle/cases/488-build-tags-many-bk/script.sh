printf 'FROM busybox\nRUN echo 1 > /1\n' > Dockerfile
### several
docker build -q -t a -t b:2 -t host.example:5000/x/y:z . > /dev/null; docker images --format '{{.Repository}}:{{.Tag}}' | sort
### bad
docker build -q -t UP . > /dev/null 2>&1; echo "exit $?"
docker build -q -t a:b:c . > /dev/null 2>&1; echo "exit $?"
docker build -q -t 'a b' . > /dev/null 2>&1; echo "exit $?"
docker build -q -t a@sha256:1111111111111111111111111111111111111111111111111111111111111111 . > /dev/null 2>&1; echo "exit $?"
### moved
printf 'FROM busybox\nRUN echo 2 > /1\n' > Dockerfile; docker build -q -t a . > /dev/null; docker run --rm a cat /1; docker run --rm b:2 cat /1
docker images -f dangling=true -q | wc -l
