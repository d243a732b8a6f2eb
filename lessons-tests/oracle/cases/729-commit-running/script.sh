docker run -d --name rr busybox sh -c 'echo 1 > /one; sleep 1000' > /dev/null; docker exec rr sleep 0.2
### running
docker commit rr one > /dev/null; docker run --rm one cat /one; docker run --rm --entrypoint cat one /one; docker inspect -f '{{.State.Status}}' rr
### paused
docker pause rr > /dev/null; docker commit rr onep > /dev/null; docker inspect -f '{{.State.Status}}' rr; docker unpause rr > /dev/null
### chain
docker run --name c2 one sh -c 'rm /one; echo 2 > /two'; docker commit c2 two > /dev/null; docker run --name c3 two sh -c 'echo 1 > /one'; docker commit c3 three > /dev/null
docker history --format '{{.CreatedBy}} {{.Size}}' three; docker image inspect -f '{{len .RootFS.Layers}} {{json .Config.Cmd}}' three
### over a tag
docker commit c3 one > /dev/null; docker images -f dangling=true -q | wc -l; docker images --format '{{.Repository}}' | sort
### unchanged container
docker create --name c4 busybox > /dev/null; docker commit c4 same > /dev/null; docker image inspect -f '{{len .RootFS.Layers}} {{.Config.Cmd}}' same; docker history --format '{{.CreatedBy}}|{{.Size}}' same | head -n 1
docker kill rr
