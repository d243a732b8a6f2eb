docker run -d --name aa busybox sh -c 'sleep 0.5; exit 5' > /dev/null
### wait
docker wait aa; docker wait aa aa; docker wait nosuch; echo "exit $?"; docker wait aa nosuch; echo "exit $?"; docker wait; echo "exit $?"
### rename
docker rename aa bb; docker ps -a --format '{{.Names}}'; docker rename aa ccc; echo "exit $?"; docker rename bb bb; echo "exit $?"; docker rename bb '-bad'; echo "exit $?"; docker rename bb; echo "exit $?"; docker rename bb ''; echo "exit $?"; docker create --name xx busybox > /dev/null; docker rename bb xx; echo "exit $?"
### update
docker update --memory 64m --memory-swap -1 xx; docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}}' xx; docker update --restart always xx; docker inspect -f '{{.HostConfig.RestartPolicy.Name}}' xx; docker update xx; echo "exit $?"; docker update --cpus 2 nosuch; echo "exit $?"; docker update --cpus xx xx; echo "exit $?"; docker update; echo "exit $?"; docker update --restart bad xx; echo "exit $?"; docker update --cpu-shares 10 --pids-limit 5 xx bb; docker update --restart no xx
### pause
docker run -d --name pp busybox sleep 1000 > /dev/null; docker pause pp; docker ps --format '{{.Status}}' | sed 's/Up .* (/Up (/'; docker pause pp; echo "exit $?"; docker inspect -f '{{.State.Status}} {{.State.Paused}} {{.State.Running}}' pp; docker rm pp; echo "exit $?"; docker restart -t 0 pp; echo "exit $?"; docker pause pp; docker stop -t 1 pp; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' pp; docker pause pp; echo "exit $?"; docker unpause pp; echo "exit $?"; docker unpause nosuch; echo "exit $?"; docker pause; echo "exit $?"
### restart
docker restart bb; docker wait bb; docker restart nosuch; echo "exit $?"; docker restart -t xx bb; echo "exit $?"; docker restart -s NOPE bb; echo "exit $?"; docker wait bb
### start of a paused and kill
docker start pp > /dev/null; docker pause pp > /dev/null; docker start pp; echo "exit $?"; docker kill pp; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' pp
