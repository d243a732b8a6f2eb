docker create --name made --network none busybox sh -c 'exit 3' >/dev/null
docker run -d --name up --network none -v vol:/d --label k=v --label x.y-z=w busybox sleep 300 >/dev/null
docker run --name done --network none busybox sh -c 'echo hi > /f; exit 3'
docker run -d --name held --network none busybox sleep 300 >/dev/null
docker pause held >/dev/null
docker run --name bad --network none busybox nosuch
docker run -d --name sick --network none --health-cmd false busybox sleep 300 >/dev/null
docker run -d --name again --network none --restart always busybox sh -c 'exit 9' >/dev/null
sleep 3
### all
docker ps -a --format '{{.Names}} {{.Status}}' | sed 's/Less than a second/N/; s/[0-9]* seconds*/N/; s/About a minute/N/'
docker ps --format '{{.Names}} {{.State}}' | grep -v again
docker ps -aq | wc -l
docker ps -q | wc -l
docker ps -l --format '{{.Names}}'
docker ps -n 2 --format '{{.Names}}'
docker ps -n 0 --format '{{.Names}}' | wc -l
docker ps -n -1 --format '{{.Names}}' | wc -l
docker ps -l -a --format '{{.Names}}'
docker ps -n 1 -l --format '{{.Names}}'
docker ps -n 99 --format '{{.Names}}' | wc -l
### sizes
docker ps -as --filter name=done --format '{{.Names}} {{.Size}}'
docker ps -a --filter name=done --format '{{.Size}}'
docker ps -as --filter name=done --no-trunc --format 'table {{.Names}}\t{{.Command}}\t{{.Size}}'
### filters
for f in status=created status=running status=paused status=exited status=dead status=removing health=starting health=none exited=3 exited=0 exited=127 label=k label=k=v label=k=w name=u volume=vol volume=/d network=none ancestor=busybox ancestor=nosuch is-task=false before=up since=held status=nosuch health=nosuch exited=x id=zzz nosuch=1 before=nosuch; do echo "-- $f"; docker ps -a --filter $f --format '{{.Names}}' | grep -v again; done
docker ps -a --filter status=created --filter status=paused --format '{{.Names}}'
docker ps -a --filter status=exited --filter exited=3 --format '{{.Names}}'
docker ps --filter exited=3 --format '{{.Names}}'
### formats
docker ps -a --filter name=up --format '{{.Names}}|{{.Image}}|{{.Command}}|{{.State}}|{{.Ports}}|{{.Labels}}|{{.Label "k"}}|{{.Mounts}}|{{.LocalVolumes}}|{{.Networks}}|{{.Label "nosuch"}}'
docker ps -a --filter name=up --format 'table {{.Names}}\t{{.Label "x.y-z"}}\t{{.Mounts}}'
docker ps -a --filter name=up --format '{{json .Names}} {{upper .State}} {{.ID | len}}'
docker ps --format '{{.Nope}}'
docker ps --format '{{'
docker ps -q --format '{{.Names}}' --filter name=up | wc -l
docker ps -a --filter name=nosuch
docker ps -a --filter name=nosuch --format '{{.ID}}'
### gone
docker rm -f $(docker ps -aq) | wc -l
docker ps -a
