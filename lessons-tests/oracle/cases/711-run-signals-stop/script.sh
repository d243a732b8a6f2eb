tr1='trap "echo got TERM; exit 7" TERM; trap "echo got USR1" USR1; trap "echo got INT; exit 8" INT; echo up; while :; do sleep 0.1; done'
up() { while ! docker logs $1 2>/dev/null | grep -q up; do :; done; }
### stop
docker run -d --name s1 busybox sh -c "$tr1" > /dev/null; up s1; docker stop s1; docker wait s1; docker logs s1; docker inspect -f '{{.State.ExitCode}} {{.State.OOMKilled}} {{.State.Error}}' s1
### stop signal of create
docker run -d --name s2 --stop-signal INT busybox sh -c "$tr1" > /dev/null; up s2; docker stop s2; docker logs s2; docker start s2 > /dev/null; docker stop -s TERM s2; docker inspect -f '{{.State.ExitCode}}' s2
### timeout then kill
docker run -d --name s3 busybox sh -c 'trap "" TERM; echo up; sleep 100' > /dev/null; up s3; docker stop -t 1 s3; docker inspect -f '{{.State.ExitCode}}' s3
docker start s3; docker stop --time 0 s3; docker start s3; docker stop --timeout 0 s3; docker inspect -f '{{.State.ExitCode}}' s3
### kill forms
docker start s1 > /dev/null; docker run --rm busybox sleep 0.3; docker kill -s USR1 s1; docker run --rm busybox sleep 0.5; docker kill --signal SIGTERM s1; docker wait s1; docker logs s1 | tail -n 3
docker start s1 > /dev/null; docker run --rm busybox sleep 0.3; docker kill -s 2 s1; docker wait s1
### errors
docker kill s1; echo "exit $?"; docker kill nosuch; echo "exit $?"; docker start s1 > /dev/null; docker kill -s NOPE s1; echo "exit $?"; docker kill -s '' s1; echo "exit $?"; docker kill -s 999 s1; echo "exit $?"; docker kill -s 0 s1; echo "exit $?"
docker kill; echo "exit $?"; docker stop; echo "exit $?"; docker stop nosuch; echo "exit $?"; docker stop -t x s1; echo "exit $?"
docker stop s3; echo "exit $?"; docker rm -f s1 > /dev/null; docker run --stop-signal BAD busybox true; echo "exit $?"; docker run --stop-timeout x busybox true; echo "exit $?"
