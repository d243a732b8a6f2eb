docker run -d --name of --network none --restart on-failure:2 busybox sh -c 'echo x; exit 3' >/dev/null
docker run -d --name al --network none --restart always busybox sh -c 'exit 7' >/dev/null
docker run -d --name us --network none --restart unless-stopped busybox sleep 300 >/dev/null
sleep 3
look() { docker inspect -f '{{.Name}} {{.State.Status}} {{.State.Running}} {{.State.Restarting}} {{.State.ExitCode}} {{.State.Pid}}' "$@"; }
### between tries
look of al
docker inspect -f '{{.RestartCount}}' of us
docker ps -a --format '{{.Names}} {{.State}}'
docker ps -q --filter status=restarting | wc -l
docker ps -q --filter status=running | wc -l
docker ps -aq --filter exited=7 | wc -l
docker ps -aq --filter exited=3 | wc -l
### refused
docker exec al true
docker attach al
docker pause al
docker top al
docker rm al
docker unpause al
docker commit al | wc -c
docker stats --no-stream --format '{{.Name}} {{.PIDs}}' al
docker start al
### stopped
docker stop al
look al
docker start al
sleep 0.05
docker kill al
look al
docker logs of
docker start -a of
docker wait of
docker stop -t 0 us
look us
docker start us
docker kill us
sleep 0.5
look us
docker inspect -f '{{.RestartCount}}' us
### by signal
docker run -d --name s1 --network none --restart always busybox sh -c 'trap "exit 5" HUP; while :; do sleep 0.1; done' >/dev/null
docker run -d --name s2 --stop-signal TERM --network none --restart always busybox sh -c 'trap "exit 5" HUP; while :; do sleep 0.1; done' >/dev/null
sleep 0.3
docker kill -s HUP s1 s2
sleep 1.5
look s1
docker inspect -f '{{.State.Status}} {{.RestartCount}}' s2
docker update --restart no s2
docker inspect -f '{{json .HostConfig.RestartPolicy}}' s2
docker exec s2 kill -HUP 1
sleep 0.6
look s2
docker rm -f s1 s2
### update
docker update --restart on-failure:4 of
docker inspect -f '{{json .HostConfig.RestartPolicy}}' of
docker update --restart sometimes of
docker update --restart always:3 of
docker start of
sleep 3
docker inspect -f '{{.RestartCount}} {{.State.Status}}' of
### remove
docker create --rm --name rm1 --network none busybox sleep 100 >/dev/null
docker update --restart always rm1
docker start rm1
docker restart -t 0 rm1
docker ps --format '{{.Names}}' --filter name=rm1
docker stop -t 0 rm1
docker ps -a --format '{{.Names}}' --filter name=rm1
docker run --rm --restart always busybox true
docker run --restart sometimes busybox true
docker run --restart on-failure:x busybox true
docker run --restart always:3 busybox true
docker run --restart on-failure:-1 busybox true
docker run --restart no:1 busybox true
### foreground
docker run --name fg --network none --restart on-failure:2 busybox sh -c 'echo hi; exit 4'
echo $?
sleep 2
docker logs fg
docker inspect -f '{{.RestartCount}} {{.State.Status}} {{.State.ExitCode}}' fg
docker run -d --name w1 --network none --restart always busybox sh -c 'sleep 0.5; exit 6' >/dev/null
docker wait w1
docker wait w1
docker rm -f w1
