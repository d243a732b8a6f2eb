printf 'FROM busybox\nRUN echo 1 > /1\nRUN echo 2 > /2\n' > Dockerfile; docker build -q -t a . > /dev/null
### again
docker build -t b . 2>/dev/null | grep -c 'Using cache'
### no cache
docker build --no-cache -t c1 . 2>/dev/null | grep -c 'Using cache'
test "$(docker image inspect -f '{{.Id}}' a)" = "$(docker image inspect -f '{{.Id}}' b)" && echo a=b
### after it the new ones are used
docker build -q -t d . > /dev/null; test "$(docker image inspect -f '{{.Id}}' c1)" = "$(docker image inspect -f '{{.Id}}' d)" && echo c1=d
### containers
docker build --rm=false --no-cache -q . > /dev/null; docker ps -aq | wc -l
printf 'FROM busybox\nRUN true\nRUN false\n' > F; docker build --force-rm -q -f F . > /dev/null 2>&1; docker ps -aq | wc -l
docker build -q -f F . > /dev/null 2>&1; docker ps -aq | wc -l
