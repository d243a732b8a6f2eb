docker create --name c1 busybox > /dev/null; docker run -d --name r1 busybox sleep 1000 > /dev/null; docker run -d --name p1 busybox sleep 1000 > /dev/null; docker pause p1 > /dev/null; docker create --name v1 -v /anon -v named:/n busybox > /dev/null
### refusals
docker rm r1 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'; docker rm p1 2>&1 | sed 's/[0-9a-f]\{64\}/ID/'; docker rm nosuch; echo "exit $?"; docker rm -f nosuch; echo "exit $?"; docker rm; echo "exit $?"; docker rm c1 nosuch; echo "exit $?"; docker rm ''; echo "exit $?"; docker rm -l c1; echo "exit $?"
### force
docker rm -f r1 p1; docker rm -v v1; docker volume ls -q; docker container rm nosuch; echo "exit $?"; docker rm -fv nosuch; echo "exit $?"
### prune
docker create -l keep=1 busybox > /dev/null; docker create busybox > /dev/null; docker container prune -f --filter label=keep=1 | wc -l; docker container prune -f --filter until=24h | tail -n 1; docker container prune --filter 'label!=x' -f | wc -l; docker ps -aq | wc -l; docker container prune < /dev/null; echo "exit $?"; docker container prune -f --filter bad=1; echo "exit $?"; docker container prune x; echo "exit $?"
