printf 'FROM busybox\nENV A=1\nRUN echo 1 > /1\nRUN echo 2 > /2\nCMD x\n' > Dockerfile; docker build -q -t t . > /dev/null
### all
docker images -aq | wc -l; docker images -q | wc -l; docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
### parents
p=t; for i in 1 2 3 4; do p=$(docker image inspect -f '{{.Parent}}' $p); docker image inspect -f '{{json .Config.Cmd}} {{len .RootFS.Layers}}' $p; done
### history ids
docker history -q t | grep -c missing
### rmi of one in the middle
docker rmi $(docker image inspect -f '{{.Parent}}' t) 2>&1 | sed 's/[0-9a-f]\{12\}/ID/g'; 
### untagged by a rebuild
printf 'FROM busybox\nENV A=2\n' > Dockerfile; docker build -q -t t . > /dev/null; docker images -f dangling=true -q | wc -l; docker images -aq | wc -l
docker image prune -f | grep -c deleted; docker images -aq | wc -l
### rmi deletes the chain
docker rmi t | grep -c Deleted; docker images -aq | wc -l
