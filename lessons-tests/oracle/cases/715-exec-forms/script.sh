docker run -d --name cc -e BASE=1 -w /tmp busybox sh -c 'echo up; sleep 1000' > /dev/null
### basics
docker exec cc echo hi; docker exec cc sh -c 'exit 9'; echo "exit $?"; docker exec cc pwd; docker exec cc sh -c 'echo $BASE'; docker exec cc sh -c 'echo out; echo err >&2'
### flags
docker exec -w /etc cc pwd; docker exec --workdir /nope cc pwd; echo "exit $?"; docker exec -w rel cc pwd; echo "exit $?"; docker exec -e A=1 -e BASE=2 cc sh -c 'echo $A $BASE'; docker exec -u nobody cc id; docker exec -u 5:6 cc id; docker exec -u ghost cc id; echo "exit $?"
printf 'X=file\nY=2\n' > ef; docker exec --env-file ef -e Y=3 cc sh -c 'echo $X $Y'; docker exec --env-file none cc true; echo "exit $?"
### stdin
echo in | docker exec -i cc cat; echo in | docker exec cc cat; echo "exit $?"; docker exec -t cc sh -c 'test -t 1 && echo tty' | tr '\r' R; docker exec -it cc true; echo "exit $?"
### detached
docker exec -d cc touch /tmp/made; docker run --rm busybox sleep 0.3; docker exec cc ls /tmp; docker exec -d cc nosuch; echo "exit $?"; docker exec -di cc true; echo "exit $?"
### errors
docker exec cc; echo "exit $?"; docker exec; echo "exit $?"; docker exec nosuch true; echo "exit $?"; docker exec cc nosuch; echo "exit $?"; docker exec cc /etc; echo "exit $?"; docker exec cc /etc/passwd; echo "exit $?"; docker exec cc ''; echo "exit $?"; docker exec --nope cc true; echo "exit $?"
### privileged and inspect
docker exec --privileged cc true; echo "exit $?"; docker inspect -f '{{json .ExecIDs}}' cc
### paused and stopped
docker pause cc; docker exec cc true; echo "exit $?"; docker unpause cc; docker kill cc > /dev/null; docker exec cc true; echo "exit $?"
