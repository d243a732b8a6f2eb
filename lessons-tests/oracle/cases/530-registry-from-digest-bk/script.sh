r=127.0.0.1:5000; printf 'FROM busybox\nRUN echo v1 > /v\n' | docker build -q -t $r/base:1 - > /dev/null; docker push -q $r/base:1; d=$(docker image inspect -f '{{index .RepoDigests 0}}' $r/base:1)
printf "FROM $r/base:1\nRUN cat /v > /seen\n" > Dockerfile; printf "FROM $d\nRUN cat /v > /seen\n" > Pinned
docker build -q -t a1 . > /dev/null; docker run --rm a1 cat /seen
### moved behind our back
printf 'FROM busybox\nRUN echo v2 > /v\n' | docker build -q -t $r/base:1 - > /dev/null; docker push -q $r/base:1; docker tag $d $r/base:1
docker build -q -t b1 . > /dev/null; docker run --rm b1 cat /seen
docker build -q --pull -t c1 . > /dev/null; docker run --rm c1 cat /seen
### pinned
docker build -q --pull -t d1 -f Pinned . > /dev/null; docker run --rm d1 cat /seen
### gone
docker rmi -f $(docker images -q --filter reference=$r/base) > /dev/null 2>&1; docker rmi a1 b1 c1 d1 > /dev/null 2>&1; docker build -q -t e1 -f Pinned . > /dev/null; docker run --rm e1 cat /seen
docker images --format '{{.Repository}}:{{.Tag}}' | sort
