### create
docker create --name c1 busybox sh -c 'echo run; exit 2' > id; wc -c < id; docker ps -a --format '{{.Names}} {{.State}} {{.Status}}'
docker inspect -f '{{.State.Status}} {{.State.Running}} {{.State.ExitCode}} {{.State.Pid}} {{.State.StartedAt}} {{.State.FinishedAt}} {{.RestartCount}}' c1
docker logs c1; docker diff c1; docker port c1; docker top c1; echo "exit $?"
### start
docker start c1; docker wait c1; docker logs c1; docker start -a c1; echo "exit $?"; docker logs c1
### start many
docker create --name c2 busybox true > /dev/null; docker start c1 c2; docker start -a c1 c2; echo "exit $?"; docker start nosuch; echo "exit $?"; docker start c2 nosuch; echo "exit $?"; docker start; echo "exit $?"
docker start -a nosuch; echo "exit $?"
### create errors
docker create; echo "exit $?"; docker create --pull never nosuch; echo "exit $?"; docker create --pull=sometimes busybox; echo "exit $?"; docker create --pull missing busybox > /dev/null; echo "exit $?"
### with stdin
docker create -i --name cat busybox cat > /dev/null; echo typed | docker start -ai cat; echo "exit $?"; echo again | docker start -i cat; docker logs cat
### cidfile
docker create --cidfile cid busybox > id2; test "$(cat cid)" = "$(cat id2)"; echo "$?"; wc -c < cid; docker create --cidfile cid busybox; echo "exit $?"; docker run --rm --cidfile cid3 busybox true; wc -c < cid3; docker run --cidfile no/dir busybox true; echo "exit $?"
docker run --cidfile cid4 --pull never nosuch; ls cid4
