### pids
docker run --rm --network none --pids-limit 3 busybox sh -c 'sleep 1 & sleep 1 & sleep 1 & echo done'
docker run --rm --network none --pids-limit 1 busybox sh -c 'ls / | wc -l; echo done'
docker run --rm --network none --pids-limit 1 busybox ls /bin/sh
docker run --rm --network none --pids-limit 20 busybox sh -c 'for i in 1 2 3; do sleep 0.1 & done; wait; echo done'
docker create --name pp --pids-limit 0 --network none busybox >/dev/null
docker inspect -f '{{.HostConfig.PidsLimit}}' pp
docker rm pp
docker create --name pp --pids-limit -1 --network none busybox >/dev/null
docker inspect -f '{{.HostConfig.PidsLimit}}' pp
docker update --pids-limit 7 pp
docker inspect -f '{{.HostConfig.PidsLimit}}' pp
docker rm pp
### ulimits
docker run --rm --network none --ulimit nofile=64:65 --ulimit nproc=100 --ulimit core=0 --ulimit fsize=1000000 --ulimit cpu=5 --ulimit stack=1048576 busybox sh -c 'ulimit -a; ulimit -Hn; ulimit -Sn'
docker run --rm --network none busybox sh -c 'ulimit -a'
docker create --name pp --ulimit nofile=64:65 --ulimit cpu=1 --network none busybox >/dev/null
docker inspect -f '{{json .HostConfig.Ulimits}}' pp
docker rm pp
docker run --rm --ulimit nofile=65:64 busybox true
docker run --rm --ulimit nosuch=1 busybox true
docker run --rm --ulimit nofile busybox true
docker run --rm --ulimit nofile=x busybox true
docker run --rm --ulimit nofile=1:2:3 busybox true
### stop
docker run -d --network none --name ss --stop-signal HUP busybox sh -c 'trap "echo got; exit 9" HUP; while :; do sleep 0.1; done' >/dev/null
sleep 0.2
docker stop ss
docker logs ss
docker inspect -f '{{.State.ExitCode}} {{.Config.StopSignal}}' ss
docker rm ss
docker run -d --network none --name ss --stop-timeout 1 busybox sleep 100 >/dev/null
docker stop ss
docker inspect -f '{{.State.ExitCode}} {{.Config.StopTimeout}}' ss
docker rm ss
docker run --stop-signal NOPE busybox true
docker run --rm --network none --stop-signal 37 busybox true
### init
docker run --rm --network none --init busybox sh -c 'cat /proc/1/comm'
docker run -d --network none --init --name ii busybox sh -c 'sleep 0.1 & exec sleep 100' >/dev/null
sleep 0.5
docker exec ii ps -o stat,args | grep -c Z
docker stop ii
docker inspect -f '{{.State.ExitCode}}' ii
docker rm ii
docker run -d --network none --name ii busybox sh -c 'sleep 0.1 & exec sleep 100' >/dev/null
sleep 0.5
docker exec ii ps -o stat,args | grep -c Z
docker rm -f ii
