docker run -d --name hh --network none --health-cmd 'echo out; test -e /ok' --health-interval 1s --health-retries 2 busybox sleep 300 >/dev/null
st() { docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}} {{len .State.Health.Log}}' hh; }
streak() { docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' hh; }
col() { docker ps -a --format '{{.Status}}' | sed 's/.*(/(/'; }
### starting
st
col
docker ps -q --filter health=starting | wc -l
docker ps -q --filter health=none | wc -l
docker inspect -f '{{json .State.Health}}' hh
### one failure
sleep 1.5
st
docker inspect -f '{{range .State.Health.Log}}{{.ExitCode}} {{json .Output}}{{end}}' hh
### unhealthy
sleep 1
st
col
docker ps -q --filter health=unhealthy | wc -l
docker inspect -f '{{.State.Status}} {{.State.Running}}' hh
### healthy
docker exec hh touch /ok
sleep 1.1
streak
col
### paused
docker pause hh
streak
col
docker unpause hh
streak
col
sleep 1.4
streak
### restarted
docker restart -t 0 hh
streak
col
### stopped
docker stop -t 0 hh
streak
docker ps -aq --filter health=unhealthy | wc -l
docker start hh
streak
docker rm -f hh
### told
docker run -d --name he --network none --health-cmd 'test -e /ok' --health-interval 700ms --health-retries 1 busybox sleep 300 >/dev/null
s=$(docker inspect -f '{{.Created}}' he)
sleep 1
docker exec he touch /ok
sleep 0.8
docker rm -f he
sleep 1.1
docker events --since "$s" --until 0s --filter container=he --filter event=health_status --format '{{.Action}}'
