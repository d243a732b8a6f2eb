docker run -d --network none --name loop --restart on-failure:3 busybox sh -c 'echo run; sleep 0.3; exit 4' >/dev/null
docker logs -f loop
echo $?
sleep 3
docker logs loop
docker logs -f loop
docker rm loop
docker run -d --network none --name slow --restart always busybox sh -c 'sleep 0.6; exit 5' >/dev/null
docker attach slow
echo $?
docker rm -f slow
docker run -d --rm --network none --name gone busybox sh -c 'sleep 0.5; exit 6' >/dev/null
docker wait gone
sleep 0.3
docker wait gone
docker run -d --network none --name held busybox sh -c 'sleep 0.5; exit 7' >/dev/null
docker pause held
( sleep 1; docker unpause held ) >/dev/null &
docker wait held
wait
docker create --network none --name made busybox true >/dev/null
docker wait made
docker wait nosuch made held
