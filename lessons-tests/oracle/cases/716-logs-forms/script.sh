docker run --name ll busybox sh -c 'for i in 1 2 3 4 5; do echo o$i; done; sleep 0.2; echo e1 >&2; sleep 0.2; printf nonl' > /dev/null 2>&1
### tail
docker logs -n 2 ll; docker logs --tail 0 ll; docker logs --tail=all ll | wc -l; docker logs --tail -1 ll | wc -l; docker logs --tail x ll; echo "exit $?"; docker logs --tail 100 ll | wc -l; docker logs --tail -5 ll | wc -l
### streams
docker logs ll 2>/dev/null | wc -l; docker logs ll 2>&1 >/dev/null
### timestamps
docker logs -t ll 2>/dev/null | cut -c5,8,11,14,17,31- | head -n 2; docker logs -t -n 1 ll | sed 's/^[^ ]* //'
### since and until
docker logs --since 1h ll | wc -l; docker logs --since 2000-01-01 ll | wc -l; docker logs --until 2000-01-01 ll | wc -l; docker logs --since 2000-01-01T00:00:00Z --until 1h ll | wc -l; docker logs --since x ll; echo "exit $?"; docker logs --until yesterday ll; echo "exit $?"; docker logs --since 946684800 ll | wc -l; docker logs --since 9999999999 ll | wc -l
### details
docker run --name dd --label a=1 -e E=2 --log-opt labels=a --log-opt env=E busybox echo x; docker logs --details dd; docker logs dd
### follow
docker logs -f ll 2>/dev/null | tail -n 1; docker run -d --name ff busybox sh -c 'echo a; sleep 0.5; echo b' > /dev/null; docker logs -f ff
### errors
docker logs; echo "exit $?"; docker logs nosuch; echo "exit $?"; docker logs ll dd; echo "exit $?"; docker run --name nn --log-driver none busybox echo quiet; docker logs nn; echo "exit $?"
### log options
docker create --log-opt bogus=1 busybox; echo "exit $?"; docker create --log-driver nope busybox; echo "exit $?"; docker create --log-opt max-size=x busybox; echo "exit $?"; docker create --name lo --log-opt max-size=10k --log-opt max-file=2 busybox > /dev/null; docker inspect -f '{{json .HostConfig.LogConfig}}' lo; docker create --log-opt nope busybox; echo "exit $?"; docker create --log-opt max-file=0 busybox; echo "exit $?"
