printf 'FROM busybox\nRUN echo x > /x\n' > Dockerfile
### tags
docker build -q -t a -t b:1 -t c/d:2 -t localhost/e . > /dev/null; docker images --format '{{.Repository}}:{{.Tag}}' | sort; docker image inspect -f '{{len .RepoTags}} {{json .RepoDigests}}' a; for n in a b:1 c/d:2 localhost/e; do docker image inspect -f '{{.Id}}' $n; done | sort -u | wc -l
docker rmi a b:1; docker images -q | sort -u | wc -l; docker rmi c/d:2; docker rmi localhost/e | wc -l; docker images -q | wc -l
### by id prefixes
docker build -q -t z . > /dev/null; id=$(docker images -q --no-trunc z); docker tag $id y; docker rmi $(echo $id | cut -c8-20) > /dev/null 2>&1; echo "exit $?"; docker rmi -f $(echo $id | cut -c8-20) | grep -c -E 'Untagged|Deleted' > /dev/null; docker images -q | wc -l; docker rmi 000 2> /dev/null; echo "exit $?"
