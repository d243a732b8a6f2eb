docker run -d --network none --name one busybox sleep 300 >/dev/null
docker run -d --network none --name two busybox sh -c 'sleep 300 & sleep 300' >/dev/null
docker create --network none --name off busybox >/dev/null
sleep 0.3
### lists
docker stats --no-stream --format '{{.Name}} {{.PIDs}}'
docker stats --no-stream -a --format '{{.Name}} {{.PIDs}}'
docker stats --no-stream --format '{{.Name}} {{.PIDs}}' one off
docker stats --no-stream --format 'table {{.Name}}\t{{.PIDs}}' two one
docker stats --no-stream --format '{{.Container}} {{.ID}}' one
docker stats --no-stream --format '{{.Container}} {{.ID}}'
docker stats --no-stream --no-trunc --format '{{.Container}} {{.ID}}' one
docker stats --no-stream off
docker stats --no-stream --format json off
docker stats --no-stream one | sed 1q
docker pause one
docker stats --no-stream --format '{{.Name}} {{.PIDs}} {{.CPUPerc}}' one
docker unpause one
### mistakes
docker stats --no-stream nosuch
docker stats --no-stream one nosuch
docker stats --no-stream --format '{{.Nope}}' one
docker stats --no-stream --format '{{' one
docker stats --nosuch
### none
docker rm -f one two off
docker stats --no-stream
docker stats --no-stream --format '{{.Name}}'
