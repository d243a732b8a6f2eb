printf 'FROM busybox\nRUN echo 1 > /1\nCMD ["cat", "/1"]\n' > Dockerfile; docker build -q -t a:1 . > /dev/null; docker save -o a.tar a:1
printf 'FROM busybox\nRUN echo 2 > /1\n' > Dockerfile; docker build -q -t a:1 . > /dev/null
### load over
docker load -i a.tar | sed 's/ID [0-9a-f]*/ID/'
docker run --rm a:1; docker images -f dangling=true -q | wc -l
### by id
docker save $(docker images -q a:1) | docker load | cut -c1-24
docker history --format '{{.CreatedBy}}' a:1
### two names of one
docker tag a:1 b:1; docker save a:1 b:1 -o ab.tar; docker rmi a:1 b:1 > /dev/null; docker load -i ab.tar | sort
