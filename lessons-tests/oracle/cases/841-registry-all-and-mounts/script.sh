R=127.0.0.1:5000; printf 'FROM busybox\nRUN echo base > /b\n' | docker build -q -t base - > /dev/null; for i in 1 2; do printf "FROM base\nRUN echo $i > /v\n" | docker build -q -t $R/a:$i - > /dev/null; done
### push all
docker push -a $R/a 2>&1 | grep -E '^[12]: digest' | cut -d: -f1; docker push -q -a $R/a
### other repository
docker tag $R/a:1 $R/b/c:1; docker push $R/b/c:1 | grep -c 'Mounted from a'; docker push $R/b/c:1 | grep -c 'Layer already exists'
### pull all
docker rmi $R/a:1 $R/a:2 $R/b/c:1 > /dev/null; docker pull -q -a $R/a; docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker pull -q $R/b/c:1; docker image inspect -f '{{len .RepoDigests}} {{len .RepoTags}}' $R/b/c:1
### manifest
docker manifest inspect --insecure $R/a:1 | grep -c digest; docker manifest inspect --insecure $R/a:9; echo "exit $?"; docker manifest inspect $R/none; echo "exit $?"
### run pulls
docker rmi $R/a:1 > /dev/null; docker run --rm $R/a:1 cat /v 2> ../e; head -n 1 ../e; docker run --rm --pull always $R/a:2 cat /v 2>/dev/null; docker run --rm --pull never $R/zz true; echo "exit $?"; docker run --rm -q $R/b/c:1 cat /v; docker create --pull always -q $R/a:2 > /dev/null; echo "exit $?"
