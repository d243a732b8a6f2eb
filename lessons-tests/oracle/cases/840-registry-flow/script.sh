R=127.0.0.1:5000; b() { printf 'FROM busybox\nRUN echo %s > /v\n' "$1" > Dockerfile; docker build -q -t "$2" . > /dev/null; }
### push
b 1 $R/app:1; docker push -q $R/app:1; docker image inspect -f '{{len .RepoDigests}}' $R/app:1; d1=$(docker image inspect -f '{{index .RepoDigests 0}}' $R/app:1); echo "$d1" | sed 's/sha256:.*/sha256:D/'
### pull
docker rmi $R/app:1 > /dev/null; docker pull -q $R/app:1; docker run --rm $R/app:1 cat /v; docker pull $R/app:1 | tail -n 2 | sed 's/sha256:[0-9a-f]*/D/'
### by digest
docker rmi $R/app:1 > /dev/null; docker pull -q $d1 | sed 's/sha256:[0-9a-f]*/D/'; docker images --digests --format '{{.Repository}} {{.Tag}} {{.Digest | len}}'; docker run --rm $d1 cat /v; docker tag $d1 local:x; docker image inspect -f '{{.RepoTags}} {{len .RepoDigests}}' local:x
### tag moves
b 2 $R/app:1; docker push -q $R/app:1; docker images -a --format '{{.Repository}}:{{.Tag}}' | sort; docker rmi $R/app:1 > /dev/null; docker pull -q $R/app:1; docker run --rm $R/app:1 cat /v
### errors
docker pull $R/nosuch; echo "exit $?"; docker pull $R/app:nosuch; echo "exit $?"; docker push $R/none; echo "exit $?"; docker pull $R/app@sha256:0000000000000000000000000000000000000000000000000000000000000000; echo "exit $?"; docker push local:y > /dev/null 2>&1; echo "exit $?"; docker pull BAD; echo "exit $?"; docker pull; echo "exit $?"; docker push; echo "exit $?"; docker pull -a $R/app:1; echo "exit $?"; docker push -a $R/app:1; echo "exit $?"; docker pull 127.0.0.1:1/x > /dev/null 2>&1; echo "exit $?"; docker push $d1; echo "exit $?"
