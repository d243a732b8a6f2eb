docker create --name one --network none -l a=b -l c=d busybox sleep 300 >/dev/null
s=$(docker inspect -f '{{.Created}}' one)
all() { sleep 1.1; docker events --since "$s" --until 0s --filter type=container "$@" | sed "s/execDuration=[0-9]*/execDuration=N/"; }
### live
docker start one
docker exec one echo hi there
docker exec -d one true
sleep 0.3
docker exec one false
docker exec one nosuch
docker exec -u nobody2 one true
docker exec -w relative one true
docker pause one
docker unpause one
docker rename one two
docker update --memory 64m --memory-swap 128m two
docker kill -s HUP two
docker export two -o two.tar
docker cp two:/etc/passwd passwd
docker cp passwd two:/tmp
docker commit -m why two img:1 > /dev/null
docker commit --pause=false two > /dev/null
docker restart -t 0 two
docker stop -t 0 two
docker stop two
docker start two
docker kill two
docker kill two
docker rm two
### told
all
### ended by itself
docker run --name three --network none busybox sh -c 'exit 3'
docker start -a three
docker start three
docker wait three
docker rm three
docker run --rm --name four --network none busybox true
docker run --name five --network none busybox nosuch 2>/dev/null
docker rm -f five
docker run -d --rm --name six --network none busybox sleep 100 >/dev/null
docker rm -f six
docker run -d --name seven --network none busybox sleep 100 >/dev/null
docker pause seven
docker kill seven
docker container prune -f >/dev/null
### told again
all | sed -n '/name=three/,$p' | cut -d' ' -f2-
### some
all --filter event=die --format '{{.Actor.Attributes.name}} {{.Actor.Attributes.exitCode}}'
all --filter container=three --format '{{.Type}} {{.Action}} {{.From}} {{.Status}}'
all --filter event=exec_start --format '{{.Action}}'
all --filter label=a=b --filter event=start --filter event=stop --format '{{.Action}}'
