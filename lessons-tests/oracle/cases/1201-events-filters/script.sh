docker create --name one --network none -l a=b busybox sleep 300 >/dev/null
s=$(docker inspect -f '{{.Created}}' one)
some() { echo "-- $*"; docker events --since "$s" --until "$u" "$@"; }
docker start one
docker tag busybox t:1
docker exec one true
docker rm -f one
docker rmi t:1
docker volume create v1
docker network create n1 >/dev/null
docker network rm n1
docker volume rm v1
sleep 1.1
u=$(date +%s)
### types
some --filter type=image
some --filter type=volume
some --filter type=network
some --filter type=container --filter event=start
some --filter type=nosuch
some --filter nosuch=x --filter type=image
some --filter scope=swarm
some --filter scope=local --filter type=volume
some --filter daemon=x
some --filter event=nosuch
### images
some --filter image=busybox --format '{{.Type}} {{.Action}}'
some --filter image=t --format '{{.Type}} {{.Action}}'
some --filter image=t:1 --format '{{.Type}} {{.Action}}'
some --filter image=t:2 --format '{{.Type}} {{.Action}}'
### names
some --filter container=o --format '{{.Action}}'
some --filter container=x --format '{{.Action}}'
some --filter volume=v1 --format '{{.Action}}'
some --filter network=n1 --format '{{.Action}}'
some --filter label=a --format '{{.Action}}'
some --filter label=a=c --format '{{.Action}}'
some --filter event=exec_create --format '{{.Action}}'
### formats
some --filter event=exec_die --format '{{json .Actor.Attributes.exitCode}}'
some --filter event=tag --format '{{.Actor.Attributes}} {{.Scope}} {{.ID}} {{.Actor.ID}}'
some --filter event=tag --format 'table {{.Type}}'
some --filter event=create --format '{{.Type}} [{{.ID}}] [{{.From}}] [{{.Status}}]'
some --filter event=create --format '{{.Actor.Attributes.name}}'
some --filter event=tag --format json | sed 's/"time":[0-9]*,"timeNano":[0-9]*/"time":T/'
some --filter type=volume --format '{{json .}}' | sed 's/"time":[0-9]*,"timeNano":[0-9]*/"time":T/'
some --filter type=container --filter event=start --format '{{json .}}' | sed 's/"time":[0-9]*,"timeNano":[0-9]*/"time":T/'
### mistakes
docker events --format '{{.Nope}}'
docker events --format '{{'
docker events --since abc
docker events --until abc
docker events --since 10 --until 5
docker events --since 2020-01-02T03:04:05 --until 2020-01-02T03:04:04
docker events --filter type
docker events x
docker system events --since 1 --until 2
docker events --until 5
