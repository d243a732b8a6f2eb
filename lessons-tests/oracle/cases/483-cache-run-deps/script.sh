printf 'FROM busybox\nRUN echo base1 > /base\n' > B; docker build -q -f B -t base . > /dev/null
printf 'FROM base\nRUN cat /base > /copy\n' > D; docker build -q -f D -t a . > /dev/null
### the same base under another name
docker tag base other; printf 'FROM other\nRUN cat /base > /copy\n' > D2; docker build -q -f D2 -t b . > /dev/null
test "$(docker image inspect -f '{{.Id}}' a)" = "$(docker image inspect -f '{{.Id}}' b)" && echo same
### new base
printf 'FROM busybox\nRUN echo base2 > /base\n' > B; docker build -q -f B -t base . > /dev/null
docker build -q -f D -t c1 . > /dev/null; docker run --rm c1 cat /copy; docker run --rm a cat /copy
