s() { docker inspect -f '{{.State.Status}} run={{.State.Running}} paused={{.State.Paused}} restarting={{.State.Restarting}} dead={{.State.Dead}} code={{.State.ExitCode}} pid0={{eq .State.Pid 0}}' c1; docker ps -a --format '{{.State}} {{.Status}}' | cut -d' ' -f1-3; }
### life
docker create --name c1 busybox sleep 1000 > /dev/null; s; docker start c1 > /dev/null; s; docker pause c1 > /dev/null; s; docker unpause c1 > /dev/null; s; docker stop -t 0 c1 > /dev/null; s; docker start c1; s; docker kill c1 > /dev/null; s; docker restart c1 > /dev/null; s; docker kill -s TERM c1 > /dev/null; docker kill -s KILL c1 > /dev/null; docker wait c1
### start time order
docker inspect -f '{{if gt .State.FinishedAt .State.StartedAt}}after{{else}}before{{end}} {{if gt .State.StartedAt .Created}}later{{end}}' c1
### failing start
docker create --name c2 busybox nosuch > /dev/null; docker start c2; echo "exit $?"; docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}' c2; docker ps -a -f name=c2 --format '{{.Status}}'; docker logs c2; docker start -a c2; echo "exit $?"; docker run --name c3 busybox nosuch; docker ps -a -f name=c3 --format '{{.Status}}'
