for r in no always unless-stopped on-failure on-failure:3 on-failure:0; do n=$(echo "$r" | tr : -); docker create --name $n --restart $r busybox > /dev/null; docker inspect -f '{{json .HostConfig.RestartPolicy}}' $n; done
### errors
for r in '' never on-failure:x on-failure:-1 always:3 no:1 unless-stopped:2 on-failure:1:2 Always; do docker create --restart "$r" busybox > /dev/null; echo "exit $?"; done
### on failure counts
docker run -d --name ff --restart on-failure:2 busybox sh -c 'echo try; exit 3' > /dev/null; docker wait ff; docker run --rm busybox sleep 2; docker logs ff; docker inspect -f '{{.RestartCount}} {{.State.ExitCode}} {{.State.Status}}' ff
### success is not restarted
docker run -d --name gg --restart on-failure busybox true > /dev/null; docker wait gg; docker inspect -f '{{.RestartCount}} {{.State.Status}}' gg
