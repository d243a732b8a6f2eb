r=127.0.0.1:5000; printf 'FROM busybox\nRUN echo 1 > /1\n' > Dockerfile; docker build -q -t $r/a:1 . > /dev/null
### push
docker push $r/a:1 > out; grep -o 'digest: sha256' out; d=$(docker inspect -f '{{index .RepoDigests 0}}' $r/a:1); docker rmi $r/a:1 > /dev/null
### by digest
docker pull -q $d | sed 's/sha256:.*//'; docker images --digests --format '{{.Repository}} {{.Tag}}' | sort; docker run --rm $d cat /1
### from digest
printf "FROM $d\nRUN cat /1 > /2\n" | docker build -q -t b - > /dev/null; docker run --rm b cat /2
### tag again
docker pull $r/a:1 | sed 's/sha256:.*//'; docker images --format '{{.Repository}}:{{.Tag}}' | sort
### missing
docker pull $r/a:2; echo "exit $?"; docker pull $r/nosuch; echo "exit $?"; docker push $r/nosuch; echo "exit $?"
docker pull $r/a@sha256:1111111111111111111111111111111111111111111111111111111111111111; echo "exit $?"
